/// A figure to draw: where it goes, and how it is written.
///
/// The text is the caller's, rounded and with its unit. Charts never writes a value of its own
/// making into a text alternative.
public struct PlottedFigure: Equatable, Sendable {
    /// Where the figure is drawn.
    public let value: Double
    /// The figure in words, such as `68.0%`.
    public let text: String

    /// A figure at `value` that reads `text`.
    public init(_ value: Double, _ text: String) {
        self.value = value
        self.text = text
    }
}

extension PlottedFigure? {
    /// The figure when it can be placed in a drawing, else nothing.
    var ifDrawable: PlottedFigure? {
        flatMap { $0.value.isDrawable ? $0 : nil }
    }
}
