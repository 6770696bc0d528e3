extension Gap {
    /// Both ends and the gap between them, as a sentence.
    ///
    /// The gap is in points, and its ends are written as figures of their own kind. For example:
    /// "Eligible for free school meals: 45.2%. Not eligible: 74.4%. The gap is 29.2 points." A
    /// figure that is not shown is not told of.
    public func explanation(in format: FigureFormat, ends endFormat: FigureFormat) -> String {
        let ends =
            "\(lessAdvantaged.sentence(in: endFormat)) \(moreAdvantaged.sentence(in: endFormat))"
        guard let value = figure.value else {
            return "\(ends) There is no gap without both figures."
        }
        if value == .zero { return "\(ends) There is no gap." }
        let distance = format.distance(value)
        guard value > .zero else {
            return "\(ends) The first group fares better, by \(distance)."
        }
        return "\(ends) The gap is \(distance)."
    }
}

extension Gap.End {
    fileprivate func sentence(in format: FigureFormat) -> String {
        if let value = figure.value, !figure.isSuppressed {
            return "\(group): \(format.text(value))."
        }
        return "\(group): \((figure.flag ?? .notAvailable).words)."
    }
}

extension Gap.Movement {
    /// The movement in words for readers.
    public var words: String {
        switch self {
        case .closing: "The gap is narrower, and the group that fared worse does better."
        case .levellingDown:
            "The gap is narrower only because the better-off group does worse."
        case .fallingBehind: "The gap is wider, and the group that fared worse does worse."
        case .leftBehind: "The gap is wider because the better-off group improved more."
        case .unchanged: "The gap is the same."
        }
    }
}
