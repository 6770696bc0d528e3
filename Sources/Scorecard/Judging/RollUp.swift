/// The statuses of a set of measures, all of them counted.
///
/// A strategy is never averaged into one colour: this is how it is summed up.
public struct RollUp: Hashable, Sendable {
    private var counts: [Int]

    /// Counts statuses.
    public init(_ statuses: [TargetStatus] = []) {
        counts = Array(repeating: 0, count: TargetStatus.allCases.count)
        for status in statuses { add(status) }
    }

    /// Counts one more.
    public mutating func add(_ status: TargetStatus) {
        counts[status.place] += 1
    }

    /// How many have a status.
    public subscript(status: TargetStatus) -> Int { counts[status.place] }

    /// How many there are.
    public var total: Int { counts.reduce(0, +) }

    /// How many are judged.
    public var judged: Int { self[.onTarget] + self[.close] + self[.offTarget] }

    /// How many are not judged.
    public var notJudged: Int { total - judged }

    /// The whole percentage of judged measures that are on target; `nil` if none is judged.
    ///
    /// It is rounded half up, but 100 means all and 0 means none: 199 of 200 are 99%.
    public var onTargetPercentage: Int? {
        guard judged > 0 else { return nil }
        let rounded = (self[.onTarget] * 200 + judged) / (judged * 2)
        if self[.onTarget] == judged { return 100 }
        return self[.onTarget] == 0 ? 0 : min(max(rounded, 1), 99)
    }
}

extension RollUp {
    /// The counts as members read them.
    ///
    /// For example: "38 of 46 judged measures are on target (83%). 12 are not
    /// judged: 7 have no target, 3 are in development, 2 have no new data." One
    /// measure alone has no share: "The 1 judged measure is not on target."
    public var sentence: String {
        guard total > 0 else { return "There are no measures." }
        guard let share = onTargetPercentage else {
            let subject = total == 1 ? "The 1 measure is" : "The \(total) measures are"
            return "\(subject) not judged: \(reasons)."
        }
        let first = onTarget(share)
        guard notJudged > 0 else { return first }
        return "\(first) \(notJudged) \(notJudged == 1 ? "is" : "are") not judged: \(reasons)."
    }

    /// How many of the judged measures are on target.
    private func onTarget(_ share: Int) -> String {
        let count = self[.onTarget]
        if judged == 1 { return "The 1 judged measure is \(count == 1 ? "" : "not ")on target." }
        return
            "\(count) of \(judged) judged measures \(count == 1 ? "is" : "are") on target (\(share)%)."
    }

    /// Why measures are not judged: "7 have no target, 1 is suppressed", "all have no target".
    ///
    /// The commonest reason comes first, equal ones in the order of a tally.
    public var reasons: String {
        TargetStatus.allCases.filter { !$0.isJudged && self[$0] > 0 }
            .sorted { (self[$1], $0.place) < (self[$0], $1.place) }
            .map { status in
                let isOnly = self[status] == notJudged
                let subject = notJudged == 1 ? "it" : isOnly ? "all" : "\(self[status])"
                return "\(subject) \(status.predicate(ofOne: self[status] == 1))"
            }
            .joined(separator: ", ")
    }
}

extension TargetStatus {
    /// The place in the tally's order.
    fileprivate var place: Int {
        switch self {
        case .offTarget: 0
        case .close: 1
        case .onTarget: 2
        case .noTarget: 3
        case .targetExpired: 4
        case .tooEarly: 5
        case .awaitingData: 6
        case .noNewData: 7
        case .suppressed: 8
        case .inDevelopment: 9
        case .toBeDefined: 10
        case .contextOnly: 11
        }
    }

    /// What is said of one measure, or of several, after their number.
    public func predicate(ofOne isOne: Bool) -> String {
        let (has, be) = isOne ? ("has", "is") : ("have", "are")
        return switch self {
        case .offTarget: "\(be) off target"
        case .close: "\(be) close to target"
        case .onTarget: "\(be) on target"
        case .noTarget: "\(has) no target"
        case .targetExpired:
            isOne ? "has a target that has expired" : "have targets that have expired"
        case .tooEarly: "\(be) too early to judge"
        case .awaitingData: "\(be) awaiting data"
        case .noNewData: "\(has) no new data"
        case .suppressed: "\(be) suppressed"
        case .inDevelopment: "\(be) in development"
        case .toBeDefined: "\(be) to be defined"
        case .contextOnly: "\(be) context only"
        }
    }
}
