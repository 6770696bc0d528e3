/// What must be known of a request until its answer is sent.
struct Exchange {
    var method: Method?
    var target = "-"
    var peer = ""
    /// Microseconds; only when there is an access log.
    var start = 0
    var isHTTP11 = true
    /// Whether another request may follow.
    var isPersistent = false
    var status = HTTPStatus.ok
    var bytes = 0
    var reason: String?
}
