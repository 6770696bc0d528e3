import Scorecard

/// What a board should look at first, each list with what is most pressing first.
struct Attention {
    /// Off target: the furthest first, counted in tolerances, so that points and rates compare.
    let offTarget: [Standing]
    /// Worse than the figure compared with: first what moved furthest within its own range.
    let falls: [Standing]
    /// On target, having been short of it when the period before ended.
    let recovered: [Standing]
    /// Whose next figure should have come: the longest late first.
    let late: [LateFigure]
    /// How many measures are judged at all.
    let judged: Int
    /// How many have a current figure that is better than the one compared with.
    let rises: Int
    /// Measures that are collected and have nobody who answers for them.
    let withoutOwner: Int
    /// Whether any measure has somebody.
    let someHaveOwner: Bool
    /// Measures that would be judged if they had a target.
    let withoutTarget: Int
    /// Measures whose target has ended, with no later one.
    let withExpiredTarget: Int

    /// Looks through measures, each once and in the strategies' order.
    ///
    /// - Parameters:
    ///   - standings: how they stand.
    ///   - before: how they stood when the period before ended.
    ///   - today: the day on which somebody asks.
    init(_ standings: [Standing], before: Standings, on today: Day) {
        offTarget = Self.offTarget(among: standings)
        falls = Self.falls(among: standings)
        recovered = standings.filter { standing in
            guard standing.judgement.status == .onTarget,
                let earlier = before[standing.measure.id]?.judgement.status
            else { return false }
            return earlier == .close || earlier == .offTarget
        }
        late = standings.compactMap { LateFigure($0, on: today) }
            .sortedStably { $0.dueDay < $1.dueDay }
        judged = standings.count { $0.judgement.status.isJudged }
        rises = standings.count { $0.isCurrent && $0.change?.meaning == .better }
        let collected = standings.filter { $0.measure.status != .archived }
        withoutOwner = collected.count { !$0.measure.hasOwner }
        someHaveOwner = collected.contains { $0.measure.hasOwner }
        withoutTarget = standings.count { $0.judgement.status == .noTarget }
        withExpiredTarget = standings.count { $0.judgement.status == .targetExpired }
    }

    /// Those that are off target, the furthest first.
    static func offTarget(among standings: [Standing]) -> [Standing] {
        standings.filter { $0.judgement.status == .offTarget }
            .sortedStably { $0.judgement.isFurtherOff(than: $1.judgement) }
    }

    /// Those whose latest figure is worse than the one it is compared with; an old figure's change
    /// is no change of now.
    static func falls(among standings: [Standing]) -> [Standing] {
        standings.filter { $0.isCurrent && $0.change?.meaning == .worse }
            .sortedStably { $0.sizeOfChange < $1.sizeOfChange }
    }
}

/// A figure that should have come.
struct LateFigure {
    let standing: Standing
    /// What it is for.
    let period: Period
    /// The last day on which it would have been in time.
    let dueDay: Day

    /// The next figure of a measure that is collected, if its day has passed.
    ///
    /// Figures for what ended after the reporting day are not among the standing's, so nothing
    /// can be said of them.
    init?(_ standing: Standing, on today: Day) {
        guard standing.measure.status == .active, let next = standing.nextFigure,
            next.isLate(on: today), case .due(let period, by: let day) = next,
            period.end <= standing.judgement.day
        else { return nil }
        self.standing = standing
        self.period = period
        dueDay = day
    }
}

extension Standing {
    /// The figure that comes after the latest; `nil` where there is none to come after.
    var nextFigure: NextFigure? {
        guard let latest = latest?.period else { return nil }
        return DueRule(frequency: frequency, kind: latest.kind).next(after: latest)
    }

    /// How far the figures moved for their kind; the worst is −1.
    fileprivate var sizeOfChange: Double { change?.size(in: local) ?? 0 }
}

extension Array {
    /// The elements in order, equal ones as they were.
    fileprivate func sortedStably(by precedes: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { left, right in
            if precedes(left.element, right.element) { return true }
            if precedes(right.element, left.element) { return false }
            return left.offset < right.offset
        }.map(\.element)
    }
}
