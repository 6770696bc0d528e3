/// A figure as it was typed, each box as text.
public struct TypedFigure: Hashable, Sendable {
    /// The top number.
    public var numerator: String
    /// The bottom number.
    public var denominator: String
    /// The figure itself, which may be a count.
    public var value: String

    /// Creates a figure from what was typed; a box that was not given is empty.
    public init(numerator: String = "", denominator: String = "", value: String = "") {
        self.numerator = numerator
        self.denominator = denominator
        self.value = value
    }

    /// What was typed in a box.
    public subscript(box: EntryBox) -> String {
        get {
            switch box {
            case .numerator: numerator
            case .denominator: denominator
            case .value: value
            }
        }
        set {
            switch box {
            case .numerator: numerator = newValue
            case .denominator: denominator = newValue
            case .value: value = newValue
            }
        }
    }
}
