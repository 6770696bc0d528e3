/// A bar that shows how many of some things have come how far on their way.
///
/// The furthest first. It is hidden from assistive technology: the counts stand in words below it.
public struct StateBar: SVGDrawing, Equatable {
    private static let gap = 2.0
    private static let thinnest = 2.0

    /// A part of the bar.
    public struct Part: Equatable, Sendable {
        /// The class by which it is drawn.
        public let look: String
        /// How many there are of it.
        public let count: Int

        /// A part of so many things; a count below zero is taken as zero.
        public init(look: String, count: Int) {
            self.look = look
            self.count = max(count, 0)
        }
    }

    /// The parts in their order.
    public let parts: [Part]
    /// The width of the drawing's own grid, near the width it will be shown at.
    public let width: Int

    /// A bar of parts.
    ///
    /// - Parameters:
    ///   - parts: The parts in their order; those that are empty are left out.
    ///   - width: About how many pixels wide it will be shown, so that gaps come out as 2 pixels.
    public init(_ parts: [Part], width: Int = 260) {
        self.parts = parts.filter { $0.count > 0 }
        self.width = min(max(width, 20), 2000)
    }

    /// Writes the bar; nothing when all counts are zero.
    public func append(to page: inout [UInt8]) {
        guard !parts.isEmpty else { return }
        page.markup(#"<svg class="mix" viewBox="0 0 "#)
        page.number(Double(width))
        page.markup(
            #" 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">"#)
        var x = 0.0
        let drawn = barParts(
            parts.map { ($0.look, Double($0.count)) }, width: width, gap: Self.gap,
            thinnest: Self.thinnest)
        for part in drawn {
            page.rectangle(part.look, at: Place(x: x, y: 0), width: part.width, height: 9)
            x += part.width + Self.gap
        }
        page.markup("</svg>")
    }
}

/// How wide each part of a bar is.
///
/// A part is never too thin to see; what it gains, the widest loses.
func barParts(
    _ counts: [(String, Double)], width: Int, gap: Double, thinnest: Double
) -> [(look: String, width: Double)] {
    let all = counts.reduce(0) { $0 + $1.1 }
    let room = Double(width) - gap * Double(counts.count - 1)
    var parts = counts.map { look, count in
        (look: look, width: max(count / all * room, thinnest))
    }
    let excess = parts.reduce(0) { $0 + $1.width } - room
    if let widest = parts.indices.max(by: { parts[$0].width < parts[$1].width }) {
        parts[widest].width -= max(excess, 0)
    }
    return parts
}
