extension Gap {
    /// Both ends and the gap between them, as a sentence.
    ///
    /// The gap is in points, and its ends are written as figures of their own kind, all with as
    /// many places as it takes for the ends to differ by the gap. For example: "Eligible for free
    /// school meals: 45.2%. Not eligible: 74.4%. The gap is 29.2 points." A figure that is not
    /// shown is not told of.
    public func explanation(in format: FigureFormat, ends endFormat: FigureFormat) -> String {
        guard let value = figure.value, let less = lessAdvantaged.figure.value,
            let more = moreAdvantaged.figure.value
        else { return "\(ends(in: endFormat)) There is no gap without both figures." }
        if value == .zero { return "\(ends(in: endFormat)) There is no gap." }
        let fewest = max(endFormat.decimals, format.decimals)
        let places = endFormat.with(decimals: fewest).placesAgreeing(less, more, apart: value)
        let ends = ends(in: endFormat.with(decimals: places))
        let distance = format.distance(value, atLeast: places)
        return value > .zero
            ? "\(ends) The gap is \(distance)."
            : "\(ends) \(lessAdvantaged.group) fare better, by \(distance)."
    }

    private func ends(in format: FigureFormat) -> String {
        "\(lessAdvantaged.sentence(in: format)) \(moreAdvantaged.sentence(in: format))"
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
        case .leftBehind: "The gap is wider because the better-off group pulled ahead."
        case .opened: "There was no gap before, and there is one now."
        case .changedPlaces:
            "The groups have changed places: the one that fared worse now fares better."
        case .furtherAhead: "The same group is ahead, by more than before."
        case .lessAhead: "The same group is ahead, by less than before."
        case .evened: "There was a gap before, and there is none now."
        case .unchanged: "The gap is the same."
        }
    }
}
