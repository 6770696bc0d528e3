/// A bar that shows how many measures are off target, close, on target and not judged.
///
/// Worst first, always in that order. It is hidden from assistive technology: the counts stand in
/// words below it.
public struct StatusBar: SVGDrawing, Equatable {
    private static let gap = 2.0
    private static let thinnest = 2.0

    /// How many are off target.
    public let off: Int
    /// How many are close to target.
    public let close: Int
    /// How many are on target.
    public let on: Int
    /// How many are not judged, for whatever reason.
    public let notJudged: Int
    /// The width of the drawing's own grid, near the width it will be shown at.
    public let width: Int

    /// A bar of counts; a count below zero is taken as zero.
    ///
    /// - Parameters:
    ///   - off: How many are off target.
    ///   - close: How many are close to target.
    ///   - on: How many are on target.
    ///   - notJudged: How many are not judged.
    ///   - width: About how many pixels wide it will be shown, so that gaps come out as 2 pixels.
    public init(off: Int, close: Int, on: Int, notJudged: Int, width: Int = 260) {
        self.off = max(off, 0)
        self.close = max(close, 0)
        self.on = max(on, 0)
        self.notJudged = max(notJudged, 0)
        self.width = min(max(width, 20), 2000)
    }

    /// Writes the bar; nothing when all counts are zero.
    public func append(to page: inout [UInt8]) {
        let parts = self.parts
        guard !parts.isEmpty else { return }
        page.markup(#"<svg class="mix" viewBox="0 0 "#)
        page.number(Double(width))
        page.markup(
            #" 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">"#)
        var x = 0.0
        for part in parts {
            page.rectangle(part.look, at: Place(x: x, y: 0), width: part.width, height: 9)
            x += part.width + Self.gap
        }
        page.markup("</svg>")
    }

    /// The parts that are not empty, and how wide each is.
    ///
    /// A part is never too thin to see; what it gains, the widest loses.
    private var parts: [(look: String, width: Double)] {
        let counts = [
            ("mix-off", Double(off)), ("mix-near", Double(close)),
            ("mix-on", Double(on)), ("mix-none", Double(notJudged)),
        ].filter { $0.1 > 0 }
        return barParts(counts, width: width, gap: Self.gap, thinnest: Self.thinnest)
    }
}
