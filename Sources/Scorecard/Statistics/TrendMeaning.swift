/// What a finding of the weighted test means for a measure.
public enum TrendMeaning: String, CaseIterable, Sendable {
    /// A trend in the way that is good.
    case gettingBetter = "getting-better"
    /// A trend in the other way.
    case gettingWorse = "getting-worse"
    /// A rise where neither way is better.
    case increasing
    /// A fall where neither way is better.
    case decreasing
    /// No trend beyond chance.
    case noSignificantChange = "no-significant-change"
}

extension TrendMeaning {
    /// What members read.
    public var words: String {
        switch self {
        case .gettingBetter: "Getting better"
        case .gettingWorse: "Getting worse"
        case .increasing: "Increasing"
        case .decreasing: "Decreasing"
        case .noSignificantChange: "No significant change"
        }
    }
}

extension TrendTest.Finding {
    /// What it means by polarity.
    public func meaning(_ polarity: Polarity) -> TrendMeaning {
        switch (self, polarity) {
        case (.none, _): .noSignificantChange
        case (.up, .highIsGood), (.down, .lowIsGood): .gettingBetter
        case (.up, .lowIsGood), (.down, .highIsGood): .gettingWorse
        case (.up, .betweenIsGood), (.up, .context), (.up, .unconfirmed): .increasing
        case (.down, .betweenIsGood), (.down, .context), (.down, .unconfirmed): .decreasing
        }
    }
}

extension TrendTest {
    /// The finding with its numbers.
    public func sentence(_ polarity: Polarity, in format: FigureFormat) -> String {
        let meaning = finding.meaning(polarity)
        let years = "\(meaning.words): over \(count) yearly figures"
        let moved = "\(slope > 0 ? "a rise" : "a fall") of about \(yearlyChange(in: format)) a year"
        switch meaning {
        case .noSignificantChange where chiSquared > Self.threshold:
            return """
                \(years) there is \(moved), but leaving out a single one of them would \
                turn that around.
                """
        case .noSignificantChange:
            return "\(years) any rise or fall is no more than chance would explain."
        case .gettingBetter:
            return "\(years) there is \(moved): more than chance, in the right direction."
        case .gettingWorse:
            return "\(years) there is \(moved): more than chance, in the wrong direction."
        case .increasing, .decreasing:
            return "\(years) there is \(moved): more than chance, \(polarity.silence)."
        }
    }

    /// The slope without its sign, in words, and never as nothing.
    private func yearlyChange(in format: FigureFormat) -> String {
        let unit = format.differenceUnit.map { " \($0)" } ?? ""
        let number = FigureFormat(kind: .score, decimals: format.decimals)
        return number.text(estimate: slope.magnitude, apartFrom: 0) + unit
    }
}
