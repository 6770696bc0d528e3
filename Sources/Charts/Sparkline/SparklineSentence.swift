/// What a sparkline shows, in a sentence to be read aloud in its place.
///
/// `10 figures: from 95.8% to 7.8%, lowest 7.8%, highest 97.2%`
public struct SparklineSentence: Equatable, Sendable, CustomStringConvertible {
    /// The sentence, without a full stop and not escaped.
    public let description: String

    /// The sentence about `figures`, earliest first; gaps are simply not among them.
    public init(_ figures: [PlottedFigure]) {
        self.init(figures.map(\.value)) { figures[$0].text }
    }

    /// The sentence about `values`, earliest first, of which `text` writes the few that it names.
    public init(_ values: [Double], text: (Int) -> String) {
        let drawable = values.indices.filter { values[$0].isDrawable }
        guard let first = drawable.first, let latest = drawable.last,
            let lowest = drawable.min(by: { values[$0] < values[$1] }),
            let highest = drawable.max(by: { values[$0] < values[$1] })
        else {
            description = "No figures"
            return
        }
        guard drawable.count > 1 else {
            description = "1 figure: " + text(first)
            return
        }
        description =
            String(drawable.count) + " figures: from " + text(first) + " to " + text(latest)
            + ", lowest " + text(lowest) + ", highest " + text(highest)
    }
}
