/// What must be known of a request until its answer is sent.
struct Exchange {
    let id: RequestID
    let peer: String
    /// When the loop woke for it, in microseconds.
    let start: Int
    var method: Method?
    var target = "-"
    /// Whether the target may hold a secret: it may until an answer says that it does not.
    var isConfidential = true
    /// The pattern by which the responder found what to answer.
    var route: String?
    var isHTTP11 = true
    /// Whether another request may follow.
    var isPersistent = false
    var status = HTTPStatus.ok
    var bytes = 0
    var reason: String?
    /// Whether there was an answer, and whether the client went before it had it.
    var isAnswered = true
    var isAbandoned = false

    /// The target as logs may have it: in the place of one that may hold a secret the pattern of
    /// its route or, where nothing has found one, no more than its first part.
    var shownTarget: String {
        guard isConfidential else { return target }
        if let route { return route }
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        let end = path.dropFirst().firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
        let isWhole = end == target.endIndex
        return target[..<end] + (isWhole ? "" : "…")
    }

    init(id: RequestID, peer: String, start: Int) {
        self.id = id
        self.peer = peer
        self.start = start
    }
}
