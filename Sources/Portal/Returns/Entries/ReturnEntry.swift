import Scorecard

/// A group of children for which a measure is collected besides the whole.
struct EntryGroup: Hashable, Sendable {
    let id: Int64
    let code: String
    let label: String
    /// The ways of dividing all children of which it is a part.
    var divisions: Set<GroupDivision> = []
}

/// A way of dividing all children into groups that make them up.
struct GroupDivision: Hashable, Sendable {
    /// Such as `Sex`.
    let name: String
    /// How many groups it has.
    let parts: Int
}

/// What there is to know of a measure to collect its figures.
///
/// A class because a page hands it on many times.
final class CollectedMeasure {
    let facts: MeasureFacts
    let numerator: String?
    let denominator: String?
    let smallNumbers: SmallNumberRule
    let service: String?
    let ownerRole: String?
    /// Where the catalogue says that its figures come from.
    let source: String?
    /// What its definition rests on.
    let definition: String?
    /// The slugs of the strategies that name it.
    let strategies: Set<String>
    /// How its figure is typed; `nil` for one that is told in words alone.
    let shape: EntryShape?
    let terms: EntryTerms?

    init(
        facts: MeasureFacts, numerator: String?, denominator: String?, multiplier: Int32?,
        smallNumbers: SmallNumberRule, service: String?, ownerRole: String?,
        strategies: Set<String>, source: String? = nil, definition: String? = nil
    ) {
        self.facts = facts
        self.numerator = numerator
        self.denominator = denominator
        self.smallNumbers = smallNumbers
        self.service = service
        self.ownerRole = ownerRole
        self.strategies = strategies
        self.source = source
        self.definition = definition
        shape = EntryShape(
            kind: facts.valueKind, multiplier: multiplier, numerator: numerator,
            denominator: denominator)
        terms = shape.map {
            EntryTerms(
                shape: $0, kind: facts.valueKind, decimals: facts.decimals, title: facts.title,
                numeratorName: numerator, denominatorName: denominator,
                threshold: smallNumbers.threshold, timeBasis: facts.timeBasis)
        }
    }

    /// By what roles' scopes are held against it.
    var ownership: MeasureOwnership {
        MeasureOwnership(measure: facts.code, service: service, strategies: strategies)
    }
}

/// One measure's figure for one of its periods, as it stands in a return.
struct ReturnEntry {
    let id: Int64
    /// The return that it is in, and the round.
    let returnID: Int64
    let roundID: Int64
    let measure: CollectedMeasure
    let groups: [EntryGroup]
    let period: Period
    let dueOn: Day
    let state: EntryState
    let content: EntryContent
    let readiness: Readiness
    let revision: Int
    let sentBackWords: String?
    let revisionReason: String?
    let publishedVersion: Int
    /// Whether its round takes figures.
    let isRoundOpen: Bool

    /// Whether officers may type in it now.
    ///
    /// A revision goes on when its round is closed.
    var isEditable: Bool { state.isOpen && (isRoundOpen || revisionReason != nil) }

    /// Whether it should have come before a day.
    func isLate(on day: Day) -> Bool { state.isOpen && dueOn < day }

    /// The name by which the trail tells of it.
    var subject: TrailEntry.Subject {
        TrailEntry.Subject(kind: .figure, name: "\(measure.facts.code)/\(period)")
    }

    /// The boxes in which its numbers are typed, for the whole and for each group.
    var boxes: [EntryBox] {
        measure.shape?.boxes ?? []
    }

    /// Every field that may be typed.
    var fields: [EntryField] {
        let groups: [EntryGroup?] = [nil] + groups
        return groups.flatMap { group in boxes.map { EntryField.number($0, group) } }
            + EntryField.words
    }

    /// The numbers that were typed for the whole or for a group.
    func typed(_ group: EntryGroup? = nil) -> TypedFigure {
        TypedFigure(
            numerator: content[.number(.numerator, group)],
            denominator: content[.number(.denominator, group)],
            value: content[.number(.value, group)])
    }

    /// The entry with other content.
    func with(_ content: EntryContent) -> ReturnEntry {
        ReturnEntry(
            id: id, returnID: returnID, roundID: roundID, measure: measure, groups: groups,
            period: period, dueOn: dueOn, state: state, content: content, readiness: readiness,
            revision: revision, sentBackWords: sentBackWords, revisionReason: revisionReason,
            publishedVersion: publishedVersion, isRoundOpen: isRoundOpen)
    }
}

/// What one service, or the officers of one part of a strategy, owe in a round.
struct FigureReturn {
    let id: Int64
    let title: String
    let round: CollectionRound

    /// Such as `SEND: return for Q1 2026/27 (April to June 2026)`.
    ///
    /// Titles can be whole phrases, as those of a strategy's objectives are.
    var heading: String { "\(title): return for \(round.period.label)" }

    /// Such as `SEND: return for Q1 2026/27`, where the heading would be too long.
    var name: String { "\(title): return for \(round.period.shortLabel)" }
}

/// The figures of one quarter, asked for together.
struct CollectionRound {
    enum State: String, Sendable {
        case open
        case closed
    }

    let id: Int64
    let period: Period
    let opensOn: Day
    /// The last day on which a return comes in time.
    let closesOn: Day
    let state: State
    let note: String?
    let revision: Int
    /// When it was closed; `nil` while it is open.
    let closedAt: Int?

    /// Whether it takes figures on a day.
    func isOpen(on day: Day) -> Bool { state == .open && opensOn <= day }
}
