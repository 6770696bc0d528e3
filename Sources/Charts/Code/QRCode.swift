/// A text as a QR code (ISO/IEC 18004), for the camera of a telephone.
///
/// Dark modules on a light ground with the quiet zone around them, all in one drawing, so that it
/// can be read on any page. The page says in words what the code is for, and gives its text too.
public struct QRCode: SVGDrawing, Equatable {
    /// What the IDs in the drawing begin with, unique in the page.
    public let id: String
    /// What the code is called.
    public let title: String
    /// What the code is for, told to those who cannot see it.
    public let alternative: String
    private let modules: ModuleGrid

    /// Light modules around the symbol, without which readers do not find it.
    private static let quietZone = 4
    /// Pixels across a module where there is room: whole ones, so that edges are sharp.
    private static let pixels = 4

    /// A code of `text` in UTF-8; none when the text is empty or longer than 2,331 bytes.
    ///
    /// Readers do not agree on what bytes beyond ASCII mean: an address is percent-encoded first.
    ///
    /// - Parameters:
    ///   - text: What a reader finds in the code.
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: What the code is called.
    ///   - alternative: What the code is for, in a sentence.
    public init?(_ text: String, id: String, title: String, alternative: String) {
        guard !text.isEmpty, let symbol = QRSymbol(Array(text.utf8)) else { return nil }
        modules = symbol.modules
        self.id = id
        self.title = title
        self.alternative = alternative
    }

    /// Writes the drawing: a light ground, and one path of all dark modules.
    public func append(to page: inout [UInt8]) {
        appendHead(to: &page)
        let side = Double(modules.side + 2 * Self.quietZone)
        page.rectangle("qr-light", at: Place(x: 0, y: 0), width: side, height: side)
        page.markup(#"<path class="qr-dark" d=""#)
        for row in 0..<modules.side {
            for run in modules.darkRuns(inRow: row) {
                page.markup("M")
                page.number(Double(run.lowerBound + Self.quietZone))
                page.markup(" ")
                page.number(Double(row + Self.quietZone))
                page.markup("h")
                page.number(Double(run.count))
                page.markup("v1h")
                page.number(Double(-run.count))
            }
        }
        page.markup(#""/></svg>"#)
    }

    private func appendHead(to page: inout [UInt8]) {
        let side = Double(modules.side + 2 * Self.quietZone)
        let width = side * Double(Self.pixels)
        // As an ID in a list of IDs can be written.
        let prefix = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        page.markup(#"<svg class="qr" viewBox="0 0 "#)
        page.number(side)
        page.markup(" ")
        page.number(side)
        page.markup("\"")
        page.attribute("width", width)
        page.attribute("height", width)
        page.attribute("role", "img")
        page.attribute("aria-labelledby", prefix + "-t " + prefix + "-d")
        page.attribute("focusable", "false")
        page.markup("><title")
        page.attribute("id", prefix + "-t")
        page.markup(">")
        page.escaped(title)
        page.markup("</title><desc")
        page.attribute("id", prefix + "-d")
        page.markup(">")
        page.escaped(alternative)
        page.markup("</desc>")
    }
}
