/// What must be known of a request until its answer is sent.
struct Exchange {
    var method: Method?
    var target = "-"
    var peer = ""
    var id = RequestID(number: 0)
    /// The pattern by which the responder found what to answer.
    var route: String?
    /// When the loop woke for it, in microseconds.
    var start = 0
    var isHTTP11 = true
    /// Whether another request may follow.
    var isPersistent = false
    var status = HTTPStatus.ok
    var bytes = 0
    var reason: String?
    /// Whether there was an answer, and whether the client went before it had it.
    var isAnswered = true
    var isAbandoned = false
}
