// What readers are told about numbers that are not shown. The words are the same whichever
// figure was small and whichever was withheld to protect it.
extension SmallNumberRule {
    /// Why a figure is not shown: `Not shown, because it counts fewer than 6 children or …`.
    ///
    /// What is counted is given in the plural.
    public func explanation(as kind: ValueKind, of counted: String = "children") -> String {
        if kind == .points {
            return "Not shown, because a figure that it is worked out from is not shown."
        }
        switch (countGround(kind, counted), denominatorGround(kind, counted)) {
        case (let small?, let few?):
            return "Not shown, because it \(small), \(few), or \(Self.protection)."
        case (let ground?, nil), (nil, let ground?):
            return "Not shown, because it \(ground) or \(Self.protection)."
        case (nil, nil):
            return "Not shown, because its publisher does not show it."
        }
    }

    /// The rule for the page of a measure, in one to four sentences.
    ///
    /// What is counted is given in the plural.
    public func sentence(as kind: ValueKind, of counted: String = "children") -> String {
        let grounds = [countGround(kind, counted), denominatorGround(kind, counted)]
            .compactMap(\.self).joined(separator: " or ")
        var sentences: [String] = []
        if grounds.isEmpty {
            sentences.append("No figure is withheld for being small.")
        } else {
            sentences.append(
                "Only officers of the service see a figure that \(grounds), or one that "
                    + "\(Self.protection).")
        }
        if countGround(kind, counted) != nil { sentences.append(zeroSentence(kind)) }
        if let roundingSentence = roundingSentence(kind) { sentences.append(roundingSentence) }
        return sentences.joined(separator: " ")
    }

    private static let protection = "would let such a number be worked out"

    /// The first count that is shown.
    ///
    /// With rounding it is the first whose rounded count may be printed too.
    var leastShownCount: Int {
        first(from: threshold + 1) { !isSmall($0) }
    }

    /// The first denominator whose percentage is shown.
    var leastShownDenominator: Int {
        first(from: max(leastDenominator, 1)) { $0 != .zero && !isFew($0) }
    }

    private func first(from start: Int, where isShown: (FixedDecimal) -> Bool) -> Int {
        switch rounding {
        case .none: return start
        case .nearestFive:
            // Among five neighbours there is one that rounds up.
            return (start..<start + 5).first { number in
                FixedDecimal(exactly: number).map { isShown($0.nearestFive) } ?? true
            } ?? start
        }
    }

    private func countGround(_ kind: ValueKind, _ counted: String) -> String? {
        guard threshold > 0 else { return nil }
        switch kind {
        case .percentage, .composition:
            return "counts or leaves out fewer than \(leastShownCount) \(counted)"
        case .rate, .count: return "counts fewer than \(leastShownCount) \(counted)"
        case .score, .points, .narrative: return nil
        }
    }

    private func denominatorGround(_ kind: ValueKind, _ counted: String) -> String? {
        guard leastShownDenominator > 1 else { return nil }
        switch kind {
        case .percentage, .composition: return "is out of fewer than \(leastShownDenominator)"
        case .score: return "is the mean of fewer than \(leastShownDenominator) \(counted)"
        case .rate, .count, .points, .narrative: return nil
        }
    }

    private func zeroSentence(_ kind: ValueKind) -> String {
        guard kind.isShare else { return "Zero is shown." }
        return leastShownDenominator > 1
            ? "0% and 100% are shown when they are out of \(leastShownDenominator) or more."
            : "0% and 100% are shown."
    }

    private func roundingSentence(_ kind: ValueKind) -> String? {
        guard rounding == .nearestFive else { return nil }
        switch kind {
        case .percentage, .composition:
            return "Percentages are worked out from numbers rounded to the nearest 5."
        case .rate:
            return "Rates are worked out from numbers rounded to the nearest 5."
        case .count: return "Numbers are rounded to the nearest 5, so they may not add up."
        case .score, .points, .narrative: return nil
        }
    }
}
