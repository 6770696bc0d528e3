@testable import HTTPServer

/// What a parser makes of a stream: the requests, the refusal that ended it, and whether it
/// ended inside a request.
struct Verdict: Equatable {
    var requests: [String] = []
    var refusal: HTTPStatus?
    var isCut = false

    /// Feeds the pieces one after the other, as a connection does, until one closes it.
    init(_ pieces: [ArraySlice<UInt8>], _ limits: Limits) {
        var parser = RequestParser(limits: limits)
        var input: [UInt8] = []
        for piece in pieces {
            input += piece
            do throws(RequestError) {
                while !input.isEmpty {
                    let (taken, request) = try parser.parse(input.span, from: "::1")
                    demand((0...input.count).contains(taken), "no more is taken than came")
                    input.removeFirst(taken)
                    guard let request else { break }
                    RequestRules.check(request, limits)
                    requests.append(Self.summary(request))
                    if !request.framing.isPersistent { return }
                }
            } catch {
                refusal = error.status
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
