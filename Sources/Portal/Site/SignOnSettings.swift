import HTTPServer

/// By whose word people are signed on: a field that one reverse proxy sets, and nobody else.
struct SignOnSettings: Equatable, Sendable {
    /// The field in which the proxy names who asks.
    var header: String?
    /// Where the proxy is.
    var proxy: PeerAddresses?
    /// Where people sign out of single sign-on itself: an address of https, or a path.
    var out: String?
    /// Whether it is the only way in.
    var isOnly = false

    /// The longest name that a person can have here, an email address.
    private static let mostBytes = 254

    /// Whether there is single sign-on.
    var isUsed: Bool { header != nil && proxy != nil }

    /// What is wrong with what the file says together.
    var fault: String? {
        switch (header, proxy) {
        case (.some, nil): "«sign_on_header» needs «sign_on_proxy»: whose word is it?"
        case (nil, .some): "«sign_on_proxy» needs «sign_on_header», such as X-Remote-User"
        case (nil, nil):
            isOnly || out != nil
                ? "there is no single sign-on without «sign_on_header» and «sign_on_proxy»" : nil
        case (.some, .some): nil
        }
    }

    /// Who the proxy says asks; `nil` where it does not say so in one way.
    ///
    /// What comes from anybody else is a stranger's word, and so is a field that is there twice:
    /// the proxy sets one, and the other is what it should have taken away.
    func name(in request: Request) -> String? {
        guard let header, let proxy, proxy.contains(request.proxyAddress) else { return nil }
        let values = request.headers.all(header)
        guard let value = values.first, values.count == 1 else { return nil }
        let name = Self.folded(value)
        return name.isEmpty || name.utf8.count > Self.mostBytes ? nil : name
    }

    /// Whether a request begins a session, so that it is answered where something can be written.
    ///
    /// A page that says what was done, such as signing out, does not undo it.
    func begins(_ request: Request) -> Bool {
        request.method == .get && request.path == AccountLinks.signIn && name(in: request) != nil
            && request.query["done"] == nil
    }

    /// Whether a session may be gone on with by this request.
    ///
    /// A session that the proxy's word began lasts as long as the proxy stands by it: no other
    /// person in the same browser gets it, and nobody who finds a way around the proxy.
    func allows(_ session: Session, in request: Request) -> Bool {
        switch session.method {
        case .password: return !(isOnly && isUsed)
        case .singleSignOn:
            let name = name(in: request)
            return name == session.account.userName || name == Self.folded(session.email)
        }
    }

    /// A name as it is compared: letters of ASCII in lower case, and no others changed, since
    /// there are letters elsewhere that would become some of these.
    private static func folded(_ text: String) -> String {
        String(
            decoding: text.trimmed.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 },
            as: UTF8.self)
    }
}
