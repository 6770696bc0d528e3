/// What must be known of a request until its answer is sent.
struct Exchange {
    let id: RequestID
    let peer: String
    /// When the loop woke for it, in microseconds.
    let start: Int
    var method: Method?
    var target = "-"
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

    init(id: RequestID, peer: String, start: Int) {
        self.id = id
        self.peer = peer
        self.start = start
    }
}
