extension Request {
    /// Whether a program on this machine asks, and not one elsewhere by way of a proxy here.
    ///
    /// A proxy that says nothing of whom it asks for cannot be told from them.
    public var comesFromThisMachine: Bool {
        let isLocal =
            peerAddress == "unix" || peerAddress == "::1" || peerAddress.hasPrefix("127.")
        return isLocal && !headers.contains("Forwarded") && !headers.contains("X-Forwarded-For")
    }
}

/// Who asks when a proxy asks for them.
enum Proxies {
    /// The nearest address in `X-Forwarded-For` that is not a trusted proxy's own.
    ///
    /// Read from the right: what stands to the left of the first stranger is the stranger's word.
    static func client(of request: Request, trusted: Set<String>) -> String? {
        guard trusted.contains(request.peerAddress) else { return nil }
        let hops = request.headers.all("X-Forwarded-For").joined(separator: ",").split(
            separator: ","
        ).map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let client = hops.last(where: { !trusted.contains(String($0)) }),
            client.utf8.count <= 45,
            client.utf8.allSatisfy({ $0.hexValue != nil || ".:".utf8.contains($0) })
        else { return nil }
        return client
    }
}
