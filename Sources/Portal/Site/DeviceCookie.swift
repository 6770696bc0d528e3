import HTTPServer

extension Request {
    /// The token by which a browser shows that somebody has signed in from it before.
    var deviceToken: SessionToken? {
        let isSecure = scheme == "https"
        return cookie(isSecure ? "__Host-device" : "device").flatMap(SessionToken.init)
    }
}

extension Response {
    /// Has the browser keep the token by which it is known, as long as that is good.
    mutating func give(device token: SessionToken, isSecure: Bool) {
        var cookie = Cookie(isSecure ? "__Host-device" : "device", token.text)
        cookie.isSecure = isSecure
        cookie.maxAge = KnownDevice.lifetime
        headers.add("Set-Cookie", cookie.description)
    }
}
