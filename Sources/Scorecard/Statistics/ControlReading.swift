extension ControlChart {
    /// What a point, or the latest, says of the measure.
    public enum Variation: String, CaseIterable, Sendable {
        /// More than common variation, in the way that is good.
        case improving
        /// More than common variation, in the other way.
        case concerning
        /// More than common variation upwards, where neither way is better.
        case higher
        /// More than common variation downwards, where neither way is better.
        case lower
        /// No more than the measure always varies.
        case common
    }

    /// Whether the measure can be counted on to reach its target.
    public enum Assurance: String, CaseIterable, Sendable {
        /// Its limits lie wholly on the good side of the target.
        case passes
        /// Its limits lie wholly on the bad side.
        case fails
        /// The target lies within its limits.
        case hitAndMiss = "hit-and-miss"
    }

    /// What the latest point says; `nil` without points.
    public func latest(_ polarity: Polarity) -> Variation? {
        points.last?.variation(polarity)
    }

    /// Whether the latest limits keep to the good side of a target.
    ///
    /// It is `nil` where neither way is better: then no target can be passed.
    public func assurance(against target: Double, _ polarity: Polarity) -> Assurance? {
        guard let limits = points.last?.limits else { return nil }
        switch polarity {
        case .highIsGood:
            if target <= limits.lower { return .passes }
            return target > limits.upper ? .fails : .hitAndMiss
        case .lowIsGood:
            if target >= limits.upper { return .passes }
            return target < limits.lower ? .fails : .hitAndMiss
        case .betweenIsGood, .context, .unconfirmed:
            return nil
        }
    }
}

extension ControlChart.Point {
    /// What the point says, by polarity.
    public func variation(_ polarity: Polarity) -> ControlChart.Variation {
        guard let signal else { return .common }
        return switch (polarity, signal.side) {
        case (.highIsGood, .above), (.lowIsGood, .below): .improving
        case (.highIsGood, .below), (.lowIsGood, .above): .concerning
        case (.betweenIsGood, .above), (.context, .above), (.unconfirmed, .above): .higher
        case (.betweenIsGood, .below), (.context, .below), (.unconfirmed, .below): .lower
        }
    }
}

extension ControlChart.Variation {
    /// What members read.
    public var words: String {
        switch self {
        case .improving: "Improving"
        case .concerning: "Concerning"
        case .higher: "Higher than usual"
        case .lower: "Lower than usual"
        case .common: "Common variation"
        }
    }
}

extension ControlChart.Assurance {
    /// What members read.
    public var words: String {
        switch self {
        case .passes: "Consistently passes"
        case .fails: "Consistently fails"
        case .hitAndMiss: "Hit and miss"
        }
    }
}
