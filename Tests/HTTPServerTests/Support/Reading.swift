@testable import HTTPServer

/// What a parser makes of a stream: the requests, and the error that ended it if one did.
struct Reading: Equatable {
    var requests: [String] = []
    var error: RequestError?
    /// Whether the stream ended inside a request.
    var isCut = false

    /// Feeds the pieces one after the other, as a connection would, until a request closes it.
    init(_ pieces: [[UInt8]], limits: Limits = Limits()) {
        var parser = RequestParser(limits: limits)
        var input: [UInt8] = []
        for piece in pieces {
            input += piece
            do throws(RequestError) {
                while !input.isEmpty {
                    let (taken, request) = try parser.parse(input.span, from: "test")
                    input.removeFirst(taken)
                    guard let request else { break }
                    requests.append(Self.summary(request))
                    if !request.framing.isPersistent { return }
                }
            } catch {
                self.error = error
                return
            }
        }
        isCut = !input.isEmpty || parser.waiting != .requestLine
    }

    private static func summary(_ request: Request) -> String {
        let fields = request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
        return "\(request.method) \(request.target) \(request.path) \(fields) "
            + "\(request.authority) \(request.framing) \(request.body)"
    }
}

/// The request a text is, or the status of its refusal.
func read(_ text: String, limits: Limits = Limits()) -> Result<Request, RequestError>? {
    var parser = RequestParser(limits: limits)
    let bytes = Array(text.utf8)
    do throws(RequestError) {
        return try parser.parse(bytes.span, from: "test").request.map { .success($0) }
    } catch {
        return .failure(error)
    }
}
