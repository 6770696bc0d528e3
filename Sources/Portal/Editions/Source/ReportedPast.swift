import Scorecard

/// What was said before this edition.
struct ReportedPast {
    /// The version of the edition before, with its facts as everyone may see them.
    let previous: EditionVersion?
    let facts: [ReportFact]
    /// The version that this one corrects, with the same.
    var corrected: EditionVersion?
    var correctedFacts: [ReportFact] = []
    /// What became of what the edition before promised.
    var commitments = Commitments()
    /// What the committee said of the edition before, and of older ones as far as the edition
    /// before did not have the answer; in the order of saying.
    var comments: [CommitteeComment] = []
    /// Whether a report on the portfolio was published before this one, if only to be withdrawn.
    var hasEarlier = false
}

/// What a published edition said would be done, and what is known of it now.
struct Commitments: Equatable {
    /// What was still to be done then, in its order.
    var open: [Commitment] = []
    /// How many it named that had been done or stopped by then.
    var closedCount = 0
}

/// Something that a published edition said would be done.
struct Commitment: Equatable {
    /// The subject of its facts, such as `action/ABSENCE/1`.
    let key: String
    let what: String
    /// What was to be done, where that is not what it is called: of a risk.
    let doing: String?
    /// The measure it was about, as it was called.
    let measure: String?
    let owner: String?
    let due: String?
    let state: String?
    /// What the portal knows of it now.
    var now: Now?

    /// How far something has come.
    struct Now: Equatable {
        let state: String
        let due: String?
        let words: String?
    }

    /// Where what became of it is written.
    var outcome: EditionField { .outcome(key) }

    /// `Head of Inclusion, due 30 September 2026`.
    var ownerAndDue: String {
        let due = due.map { "due \($0)" }
        let words = [owner, due].compactMap(\.self).joined(separator: ", ")
        return words.isEmpty ? "Nobody was named, and no date was set." : words.capitalisedFirst
    }
}

/// An action as the portal has it now.
struct CurrentAction: Equatable {
    /// The code of the measure or the objective that it is for.
    let place: String
    let action: Action
}

extension Commitment {
    /// What the facts of an edition promise: its actions, its answers to risks, and its projects.
    static func all(in facts: [ReportFact]) -> [Commitment] {
        let promises = facts.filter(\.isOfCommitment)
        var texts: [String: [String: String]] = [:]
        for fact in promises { texts[fact.subject, default: [:]][fact.name] = fact.text }
        var known: Set<String> = []
        return promises.compactMap { fact in
            guard known.insert(fact.subject).inserted else { return nil }
            let own = texts[fact.subject] ?? [:]
            func text(_ name: String) -> String? { own[name].flatMap { $0.isEmpty ? nil : $0 } }
            return Commitment(
                key: fact.subject, what: text("what") ?? fact.subjectTitle, doing: text("doing"),
                measure: text("measure"), owner: text("owner"),
                due: text("due").flatMap { $0 == "No date set" ? nil : $0 },
                state: text("state") ?? text("status"))
        }
    }

    /// Whether nothing was left to be done when it was told.
    var wasClosed: Bool {
        ActionState.allCases.contains { !$0.isOpen && $0.words == state }
    }

    /// The same action as the portal has it now: the one of these words, and where several have
    /// them, the one for the place that the key names.
    func current(among actions: [CurrentAction]) -> Now? {
        let same = actions.filter { $0.action.what == what }
        let parts = Set(key.split(separator: "/").map(String.init))
        let own = same.filter { parts.contains($0.place) }
        guard let found = own.count == 1 ? own.first : same.count == 1 ? same.first : nil else {
            return nil
        }
        return Now(
            state: found.action.state.words, due: found.action.due?.label,
            words: found.action.progress)
    }

    /// The same project or risk as it is written in another version: the row of these words.
    func current(in content: EditionContent) -> Now? {
        for table in [EditionTable.project, .risk] {
            func text(_ row: Int, _ column: String) -> String? {
                let text = content[.cell(table, row, column)].stripped
                return text.isEmpty ? nil : text
            }
            guard let row = content.rows(table).first(where: { text($0, "what") == what }) else {
                continue
            }
            let due = text(row, "due").map { Day(typed: $0)?.label ?? $0 }
            if table == .risk {
                let doing = text(row, "doing")
                return Now(
                    state: "Still a risk", due: due, words: doing == self.doing ? nil : doing)
            }
            guard let status = text(row, "status") else { continue }
            return Now(state: status.wordsOfCode, due: due, words: text(row, "progress"))
        }
        return nil
    }
}

extension String {
    /// A code as people read it: `On track` for `on-track`.
    fileprivate var wordsOfCode: String {
        split(separator: "-").joined(separator: " ").capitalisedFirst
    }
}

extension Commitments {
    /// What an edition promised, held against what is known now.
    init(_ facts: [ReportFact], actions: [CurrentAction], in content: EditionContent) {
        let all = Commitment.all(in: facts)
        open = all.filter { !$0.wasClosed }.map { commitment in
            var commitment = commitment
            commitment.now =
                commitment.current(among: actions) ?? commitment.current(in: content)
            return commitment
        }
        closedCount = all.count - open.count
    }
}

extension ReportFact {
    /// Whether it is of something that is to be done.
    fileprivate var isOfCommitment: Bool {
        switch ReportSection(rawValue: section) {
        case .actions: subject.hasPrefix("action/") || subject.hasPrefix("risk/")
        case .delivery: subject.hasPrefix("action/") || subject.hasPrefix("project/")
        case .overview, .glance, .measures, .finance, .lastTime, .appendices, nil: false
        }
    }
}

extension [CommitteeComment] {
    /// Those that a report has to tell of, of all that were made before it.
    ///
    /// What was said of the edition before it or of a later one is told whatever became of it;
    /// what was said of an older one, until an edition has had the answer.
    func toTell(after previous: EditionVersion?, _ facts: [ReportFact]) -> [CommitteeComment] {
        guard let previous, let frozen = previous.frozen else { return self }
        let day = Day(number: frozen.at / 86_400)
        let told = facts.filter { $0.section == ReportSection.lastTime.rawValue }
        return filter { comment in
            if comment.report.order >= previous.edition.order { return true }
            guard let answer = comment.record.answer, let answered = comment.record.answeredOn
            else { return true }
            let isTold = told.contains { fact in
                fact.subject == comment.factSubject && fact.name == "answer" && fact.text == answer
            }
            return !isTold && answered >= day
        }
    }
}

extension CommitteeComment {
    /// What a report's facts call it.
    var factSubject: String { "comment/\(id)" }
}

extension Edition {
    /// Where it stands among the editions on its portfolio.
    var order: EditionOrder { EditionOrder(quarter: quarter.description, id: id) }
}

/// Where an edition stands among those of its portfolio.
struct EditionOrder: Comparable {
    let quarter: String
    let id: Int64

    static func < (one: EditionOrder, other: EditionOrder) -> Bool {
        (one.quarter, one.id) < (other.quarter, other.id)
    }
}
