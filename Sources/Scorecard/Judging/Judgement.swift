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

/// Where a measure stands on a reporting day, and what led to that.
public struct Judgement: Hashable, Sendable {
    /// The status.
    public let status: TargetStatus
    /// The target judged against, the one that expired, or the one still to begin.
    public let target: Target?
    /// What the figure was measured by; `nil` unless it was judged.
    public let verdict: Verdict?

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
        if let status = Self.status(before: latest, measure) {
            self.init(status)
            return
        }
        guard let latest, let value = latest.value else {
            self.init(.awaitingData)
            return
        }
        let isCurrent = Freshness.isCurrent(latest.period, on: day, frequency: measure.frequency)
        switch TargetChoice(among: targets, for: latest.period, isCurrent: isCurrent, on: day) {
        case .none: self.init(.noTarget)
        case .expired(let target): self.init(.targetExpired, target)
        case .upcoming(let target): self.init(.tooEarly, target)
        case .applies(let target):
            guard isCurrent else {
                self.init(.noNewData, target)
                return
            }
            guard let verdict = Verdict(of: value, against: target, on: latest.period.end) else {
                self.init(.tooEarly, target)
                return
            }
            self.init(verdict.status, target, verdict)
        }
    }

    private init(_ status: TargetStatus, _ target: Target? = nil, _ verdict: Verdict? = nil) {
        self.status = status
        self.target = target
        self.verdict = verdict
    }

    /// The value a missed target asked for, beside which the figure must not look equal to it.
    public var missed: FixedDecimal? {
        guard let verdict, verdict.status != .onTarget, verdict.isShort else { return nil }
        return verdict.bound
    }

    /// The status of a measure whose figure need not or must not be looked at.
    private static func status(before latest: Figure?, _ measure: MeasureTerms) -> TargetStatus? {
        switch measure.status {
        case .inDevelopment: return .inDevelopment
        case .toBeDefined: return .toBeDefined
        case .active, .archived: break
        }
        if measure.polarity == .context || measure.kind == .context { return .contextOnly }
        guard let latest else { return .awaitingData }
        return latest.isSuppressed ? .suppressed : nil
    }
}
