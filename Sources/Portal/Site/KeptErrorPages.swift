import HTTPServer
import Mustache

/// The answers to what is not even a request, each made once, at the start.
///
/// They are the same for everyone, so that a flood of bad requests costs no rendering, and a
/// template that cannot show an error is found before anyone needs it.
struct KeptErrorPages: Sendable {
    private struct Kept: Sendable {
        /// The page that gives no request's number.
        let page: Response
        /// The page around the number of a request, before it and after it.
        let pieces: [ArraySlice<UInt8>]
        /// The line that gives no request's number.
        let line: Response
    }

    private let kept: [HTTPStatus: Kept]

    init(_ frame: Frame, _ templates: TemplateLibrary) throws {
        var kept: [HTTPStatus: Kept] = [:]
        for status in HTTPStatus.allCases where status.rawValue >= 400 {
            kept[status] = try Self.answers(status, frame, templates)
        }
        self.kept = kept
    }

    /// The answer with a status: a page, or a line of text; `requestID` is what the log calls the
    /// request, and is left out unless it is plain.
    func response(_ status: HTTPStatus, wantsPage: Bool, requestID: String?) -> Response {
        guard let kept = kept[status] else {
            // Not an error; nothing asks for it.
            return .text("\(status.rawValue) \(status.reason)\n", status: status)
        }
        var response = wantsPage ? kept.page : kept.line
        guard let id = requestID, id.isPlain else { return response }
        response.body =
            wantsPage
            ? Self.join(kept.pieces, id) : Array(ErrorPage(status, requestID: id).line.utf8)
        return response
    }

    private static func answers(
        _ status: HTTPStatus, _ frame: Frame, _ templates: TemplateLibrary
    ) throws -> Kept {
        func bytes(_ page: ErrorPage) throws -> [UInt8] {
            var bytes: [UInt8] = []
            try templates.render(ErrorPage.template, frame.values(page), into: &bytes)
            return bytes
        }
        let page = ErrorPage(status)
        let marked = try bytes(ErrorPage(status, requestID: mark))
        return Kept(
            page: finished(.html(try bytes(page), status: status)),
            pieces: marked.split(separator: markByte, omittingEmptySubsequences: false),
            line: finished(.text(page.line, status: status)))
    }

    /// Stands where a request's number will: a character that no page has.
    private static let mark = "\u{1}"
    private static let markByte: UInt8 = 1

    private static func finished(_ response: Response) -> Response {
        var response = response
        response.headers.set("Vary", "Accept")
        response.headers.set(contentsOf: SecurityFields.all())
        // Sent most when there is too much to do: compressing would cost more than sending.
        response.isCompressible = false
        return response
    }

    private static func join(_ pieces: [ArraySlice<UInt8>], _ id: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((pieces.last?.endIndex ?? 0) + id.utf8.count * pieces.count)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { bytes.append(contentsOf: id.utf8) }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}

extension String {
    /// Whether the text is one word that no page could take for markup.
    fileprivate var isPlain: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
                default: (0x21...0x7e).contains(byte)
                }
            }
    }
}
