import HTTPServer
import Mustache

/// The answers to what is not even a request, each made once, at the start.
///
/// They are the same for everyone, so that a flood of bad requests costs no rendering, and a
/// template that cannot show an error is found before anyone needs it.
struct KeptErrorPages: Sendable {
    /// What is sent with one status, around the name of the request.
    private struct Kept: Sendable {
        let page: Response
        let pagePieces: [ArraySlice<UInt8>]
        let line: Response
        let linePieces: [ArraySlice<UInt8>]
    }

    private let kept: [HTTPStatus: Kept]

    /// Renders them all; `isSecure` is whether the portal is found over TLS, of which what comes
    /// here says nothing itself.
    init(_ frame: Frame, _ templates: TemplateLibrary, isSecure: Bool) throws {
        var kept: [HTTPStatus: Kept] = [:]
        for status in HTTPStatus.allCases where status.rawValue >= 400 {
            kept[status] = try Self.answers(status, frame, templates, isSecure: isSecure)
        }
        self.kept = kept
    }

    /// The answer with a status: a page, or a line of text.
    func response(_ status: HTTPStatus, wantsPage: Bool, id: RequestID) -> Response {
        guard let kept = kept[status] else {
            // Not an error; nothing asks for it.
            return .text("\(status.rawValue) \(status.reason)\n", status: status)
        }
        var response = wantsPage ? kept.page : kept.line
        response.body = Self.join(wantsPage ? kept.pagePieces : kept.linePieces, id)
        return response
    }

    private static func answers(
        _ status: HTTPStatus, _ frame: Frame, _ templates: TemplateLibrary, isSecure: Bool
    ) throws -> Kept {
        let page = ErrorPage(status, requestID: mark)
        var bytes: [UInt8] = []
        try templates.render(ErrorPage.template, frame.values(page), into: &bytes)
        return Kept(
            page: finished(.html([], status: status), isSecure), pagePieces: pieces(bytes),
            line: finished(.text("", status: status), isSecure),
            linePieces: pieces(Array(page.line.utf8)))
    }

    /// Stands where a request's name will: a character that no page has.
    private static let mark = "\u{1}"

    private static func pieces(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 1, omittingEmptySubsequences: false)
    }

    private static func finished(_ response: Response, _ isSecure: Bool) -> Response {
        var response = response
        response.headers.set("Vary", "Accept")
        response.headers.set("Cache-Control", "no-store")
        response.headers.set(contentsOf: SecurityFields.all())
        if isSecure { SecurityFields.requireTLS(&response) }
        // Sent most when there is too much to do: compressing would cost more than sending.
        response.isCompressible = false
        return response
    }

    /// A name is made of letters, digits and a few marks, none of which a page could take for
    /// markup.
    private static func join(_ pieces: [ArraySlice<UInt8>], _ id: RequestID) -> [UInt8] {
        let name = id.description.utf8
        var bytes: [UInt8] = []
        bytes.reserveCapacity((pieces.last?.endIndex ?? 0) + name.count * pieces.count)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { bytes.append(contentsOf: name) }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
