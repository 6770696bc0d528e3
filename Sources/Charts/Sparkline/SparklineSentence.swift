/// What a sparkline shows, in a sentence to be read aloud in its place.
///
/// `10 figures: from 95.8% to 7.8%, lowest 7.8%, highest 97.2%`
public struct SparklineSentence: Equatable, Sendable, CustomStringConvertible {
    /// The sentence, without a full stop and not escaped.
    public let description: String

    /// The sentence about `figures`, earliest first; gaps are simply not among them.
    public init(_ figures: [PlottedFigure]) {
        let drawable = figures.filter { $0.value.isDrawable }
        guard let first = drawable.first, let latest = drawable.last,
            let lowest = drawable.min(by: { $0.value < $1.value }),
            let highest = drawable.max(by: { $0.value < $1.value })
        else {
            description = "No figures"
            return
        }
        guard drawable.count > 1 else {
            description = "1 figure: " + first.text
            return
        }
        description =
            String(drawable.count) + " figures: from " + first.text + " to " + latest.text
            + ", lowest " + lowest.text + ", highest " + highest.text
    }
}
