/// What the service itself expects a measure to be, as an officer entered it.
///
/// It is a person's judgement, and stands apart from the portal's ``Projection``.
public struct Forecast: Hashable, Sendable {
    /// The time it is for.
    public let period: Period
    /// The value entered.
    public let value: FixedDecimal

    /// Creates a forecast.
    public init(period: Period, value: FixedDecimal) {
        self.period = period
        self.value = value
    }

    /// What stands above it.
    public static let label = "Forecast by the service"

    /// The forecast with its number.
    public func sentence(in format: FigureFormat) -> String {
        "The service expects \(format.text(value)) \(period.inSentence)."
    }
}
