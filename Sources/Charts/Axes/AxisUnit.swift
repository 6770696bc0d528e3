/// How the ticks of an axis are written.
public struct AxisUnit: Equatable, Sendable {
    /// What stands before the number, such as `£`.
    public let prefix: String
    /// What stands after the number, such as `%`.
    public let suffix: String
    /// Whether what is counted cannot be divided, so that ticks are whole numbers.
    public let isWhole: Bool

    /// An axis whose numbers stand between `prefix` and `suffix`.
    ///
    /// - Parameters:
    ///   - prefix: What stands before the number.
    ///   - suffix: What stands after the number.
    ///   - isWhole: Whether ticks are whole numbers only.
    public init(prefix: String = "", suffix: String = "", isWhole: Bool = false) {
        self.prefix = prefix
        self.suffix = suffix
        self.isWhole = isWhole
    }

    /// Plain numbers.
    public static let number = AxisUnit()
    /// Counts of children, days or other things that cannot be divided: `1,200`.
    public static let count = AxisUnit(isWhole: true)
    /// Percentages: `62%`.
    public static let percent = AxisUnit(suffix: "%")
    /// Pounds: `£1,200`.
    public static let pounds = AxisUnit(prefix: "£")
}

extension AxisUnit {
    /// A tick in words, with a true minus sign and commas between thousands.
    func text(_ tick: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (tick * Double(scale)).nearestInteger
        let (whole, part) = rounded.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        var words = (rounded < 0 ? "−" : "") + prefix + Self.withCommas(whole)
        if decimals > 0 {
            let digits = String(part)
            words += "." + String(repeating: "0", count: decimals - digits.count) + digits
        }
        return words + suffix
    }

    private static func withCommas(_ whole: UInt) -> String {
        var words = ""
        let digits = String(whole)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { words.append(",") }
            words.append(digit)
        }
        return words
    }

    /// What to say below a chart whose axis leaves zero out.
    func note(on scale: Scale) -> String? {
        guard scale.lowest > 0 || scale.highest < 0 else { return nil }
        return "The axis starts at " + text(scale.lowest, decimals: scale.decimals) + ", not "
            + text(0, decimals: 0) + ", so that changes can be seen."
    }
}
