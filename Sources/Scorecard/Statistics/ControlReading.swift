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

    /// Whether the latest limits keep to the good side of a target; `nil` without points.
    public func assurance(against target: AssuranceTarget) -> Assurance? {
        latest.map { $0.limits.assurance(against: target) }
    }
}

/// What the limits of a process chart are held against.
public enum AssuranceTarget: Hashable, Sendable {
    /// This much or more is good.
    case atLeast(Double)
    /// This much or less is good.
    case atMost(Double)
    /// Between two values is good, both included.
    case within(ClosedRange<Double>)

    /// A single value, good on the side that polarity says.
    ///
    /// It is `nil` where polarity names no side: then no target can be passed.
    public init?(_ value: Double, _ polarity: Polarity) {
        switch polarity {
        case .highIsGood: self = .atLeast(value)
        case .lowIsGood: self = .atMost(value)
        case .betweenIsGood, .context, .unconfirmed: return nil
        }
    }

    /// What a measure's target asks for on a day; `nil` before a trajectory's first milestone.
    ///
    /// The goal names the good side, as it does when figures are judged. A floor asks for its
    /// aim where it has one. "Maintain" asks for the range that its tolerance leaves.
    public init?(_ target: Target, on day: Day) {
        switch target.goal {
        case .atLeast(let bound): self = .atLeast(Double(bound))
        case .atMost(let bound): self = .atMost(Double(bound))
        case .within(let low, let high): self.init(from: Double(low), to: Double(high))
        case .floor(let floor, let aim): self = .atLeast(Double(aim ?? floor))
        case .maintain(let bound):
            let (middle, allowed) = (Double(bound), target.tolerance.amount(of: bound))
            let spread = allowed.map { Double($0) } ?? 0
            self.init(from: middle - spread, to: middle + spread)
        case .trajectory(let trajectory):
            guard let bound = trajectory.value(on: day) else { return nil }
            switch trajectory.direction {
            case .atLeast: self = .atLeast(Double(bound))
            case .atMost: self = .atMost(Double(bound))
            }
        }
    }

    private init?(from low: Double, to high: Double) {
        guard low <= high else { return nil }
        self = .within(low...high)
    }
}

extension ControlChart.Limits {
    /// Whether the limits keep to the good side of a target.
    public func assurance(against target: AssuranceTarget) -> ControlChart.Assurance {
        switch target {
        case .atLeast(let bound):
            if lower >= bound { return .passes }
            return upper < bound ? .fails : .hitAndMiss
        case .atMost(let bound):
            if upper <= bound { return .passes }
            return lower > bound ? .fails : .hitAndMiss
        case .within(let range):
            if lower >= range.lowerBound, upper <= range.upperBound { return .passes }
            return lower > range.upperBound || upper < range.lowerBound ? .fails : .hitAndMiss
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
