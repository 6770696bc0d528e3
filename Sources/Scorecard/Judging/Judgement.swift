/// What is asked of a measure before its figure is looked at.
public struct MeasureTerms: Hashable, Sendable {
    /// Where the measure stands in its own life.
    public let status: MeasureStatus
    /// Which way is good.
    public let polarity: Polarity
    /// Where the measure comes from.
    public let kind: MeasureKind
    /// How often a figure comes, which tells how long a snapshot is current.
    public let frequency: Frequency?

    /// Creates a measure's terms.
    public init(
        status: MeasureStatus = .active, polarity: Polarity, kind: MeasureKind = .named,
        frequency: Frequency? = nil
    ) {
        self.status = status
        self.polarity = polarity
        self.kind = kind
        self.frequency = frequency
    }
}

extension MeasureTerms {
    /// Whether a target can ever give the measure a status.
    public var isJudgeable: Bool {
        switch status {
        case .inDevelopment, .toBeDefined: false
        case .active, .archived: polarity != .context && kind != .context
        }
    }
}

/// Where a measure stands on a reporting day, and what led to that.
public struct Judgement: Hashable, Sendable {
    /// The status.
    public let status: TargetStatus
    /// The target judged against, the one that expired, or the one still to begin.
    public let target: Target?
    /// What the figure was measured by; `nil` unless it was judged.
    public let verdict: Verdict?
    /// The figure looked at: the latest on the reporting day.
    public let figure: Figure?
    /// The reporting day.
    public let day: Day

    /// Judges the latest figure of a measure.
    ///
    /// The first of these that holds is the status: the measure is in
    /// development or to be defined; it is context; it has no figure; its figure
    /// is suppressed; it has no target; its targets have passed; its target is
    /// still to begin; the figure is too old. Otherwise it is judged by the
    /// target of the figure's time, unrounded.
    ///
    /// - Parameters:
    ///   - latest: the latest figure whose period ended by `day`, if there is one.
    ///   - measure: what is asked of the measure.
    ///   - targets: all the measure ever had, in any order.
    ///   - day: the reporting day, which is the last day of the reporting period.
    public init(
        of latest: Figure?, for measure: MeasureTerms, against targets: [Target], on day: Day
    ) {
        figure = latest
        self.day = day
        if let status = Self.status(before: latest, measure) {
            (self.status, target, verdict) = (status, nil, nil)
            return
        }
        guard let latest, let value = latest.value else {
            (status, target, verdict) = (.awaitingData, nil, nil)
            return
        }
        let isCurrent = Freshness.isCurrent(latest.period, on: day, frequency: measure.frequency)
        switch TargetChoice(among: targets, for: latest.period, isCurrent: isCurrent, on: day) {
        case .none: (status, target, verdict) = (.noTarget, nil, nil)
        case .expired(let last): (status, target, verdict) = (.targetExpired, last, nil)
        case .upcoming(let next): (status, target, verdict) = (.tooEarly, next, nil)
        case .applies(let applying):
            let verdict =
                isCurrent ? Verdict(of: value, against: applying, on: latest.period.end) : nil
            (target, self.verdict) = (applying, verdict)
            // A current figure without a verdict comes before a trajectory's first milestone.
            status = verdict?.status ?? (isCurrent ? .tooEarly : .noNewData)
        }
    }

    /// The status of a measure whose figure need not or must not be looked at.
    private static func status(before latest: Figure?, _ measure: MeasureTerms) -> TargetStatus? {
        switch measure.status {
        case .inDevelopment: return .inDevelopment
        case .toBeDefined: return .toBeDefined
        case .active, .archived: break
        }
        guard measure.isJudgeable else { return .contextOnly }
        guard let latest else { return .awaitingData }
        return latest.isSuppressed ? .suppressed : nil
    }
}
