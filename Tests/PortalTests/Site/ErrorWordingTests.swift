import HTTPServer
import Testing

@testable import Portal

@Suite struct ErrorWordingTests {
    /// What the server and the portal answer with.
    static let known: [HTTPStatus] = [
        .badRequest, .forbidden, .notFound, .methodNotAllowed, .requestTimeout, .lengthRequired,
        .contentTooLarge, .uriTooLong, .unsupportedMediaType, .rangeNotSatisfiable,
        .expectationFailed, .misdirectedRequest, .tooManyRequests,
        .requestHeaderFieldsTooLarge, .internalServerError, .notImplemented, .serviceUnavailable,
        .httpVersionNotSupported, .insufficientStorage,
    ]

    @Test(arguments: known)
    func `what we answer has words of its own`(_ status: HTTPStatus) {
        #expect(ErrorWording.table[status] != nil)
    }

    @Test func `no two have the same heading or line`() {
        let all = ErrorWording.table.values
        #expect(Set(all.map(\.heading)).count == all.count)
        #expect(Set(all.map(\.line)).count == all.count)
    }

    @Test(arguments: [HTTPStatus.conflict, .gone, .preconditionFailed])
    func `of others it is told that the request cannot be met`(_ status: HTTPStatus) {
        let wording = ErrorWording(status)
        #expect(wording.heading == "We could not do what was asked")
        #expect(!ErrorWording.table.values.contains(wording))
    }

    @Test(arguments: ErrorWording.table.values)
    func `words for readers are sentences without jargon or blame`(_ wording: ErrorWording) {
        #expect(wording.heading.first?.isUppercase == true)
        #expect(wording.heading.last?.isPunctuation == false)
        for text in [wording.explanation, wording.advice] {
            #expect(text.first?.isUppercase == true)
            #expect(text.hasSuffix("."))
            let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: Self.unkind), "\(text)")
        }
    }

    @Test(arguments: ErrorWording.table.values)
    func `sentences for readers are short`(_ wording: ErrorWording) {
        for text in [wording.explanation, wording.advice] {
            for sentence in text.split(separator: ".") {
                #expect(sentence.split(separator: " ").count <= 25, "\(sentence)")
            }
        }
    }

    /// Words that the content style rules out, and those of programmers.
    private static let unkind: Set<String> = [
        "please", "valid", "invalid", "sorry", "illegal", "forbidden", "failed", "http", "uri",
        "url", "header", "server", "method", "request", "client", "protocol", "status", "code",
    ]
}
