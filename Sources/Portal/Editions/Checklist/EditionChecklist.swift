import Scorecard

/// What a draft still lacks: what it cannot do without, and what its readers will miss.
///
/// Little is needed to send a report for approval. All else is told and not enforced: a report
/// that says honestly what is missing is better than none.
struct EditionChecklist {
    enum Weight: CaseIterable {
        /// Without it the report cannot be sent for approval.
        case needed
        /// It may tell what must not be told.
        case warning
        /// Readers will miss it.
        case gap
    }

    struct Item {
        let weight: Weight
        /// What is missing, with how often.
        let words: String
        /// Of what, by name.
        var subjects: [Link] = []
        /// Where it is mended, if that is in the portal.
        var mend: Link?
        /// The step that it belongs to.
        var step: EditionStep?
    }

    let items: [Item]

    /// Whether nothing is missing without which it cannot be sent for approval.
    var isReady: Bool { !items.contains { $0.weight == .needed } }

    func items(_ weight: Weight) -> [Item] { items.filter { $0.weight == weight } }

    /// Looks through what a report is made from, as everyone may see it.
    ///
    /// - Parameters:
    ///   - source: All that it is made from.
    ///   - facts: What else the portal knows.
    ///   - mentions: The places in which words may tell a withheld number, for those who may see it.
    init(_ source: EditionSource, _ facts: ChecklistFacts, mentions: [WithheldMention] = []) {
        var gaps = EditionGaps(source, facts)
        gaps.add(mentions)
        items = gaps.items
    }
}

/// Gathers what is missing.
private struct EditionGaps {
    typealias Item = EditionChecklist.Item

    let source: EditionSource
    let facts: ChecklistFacts
    private(set) var items: [Item] = []
    private let standings: [Standing]
    private let attention: Attention

    init(_ source: EditionSource, _ facts: ChecklistFacts) {
        self.source = source
        self.facts = facts
        standings = source.measures.all
        attention = Attention(standings, before: source.measures.before, on: source.day)
        addNeeds()
        addAbout()
        addWords()
        addMeasures()
        addCollecting()
        addParts()
        addPast()
    }

    mutating func add(_ mentions: [WithheldMention]) {
        for mention in mentions {
            items.append(
                Item(
                    weight: .warning,
                    words: "\(mention.field.label) may tell a withheld number: look",
                    subjects: [mention.measure], mend: mend(mention.field.step ?? .words),
                    step: mention.field.step))
        }
    }

    private func mend(_ step: EditionStep) -> Link {
        Link(href: EditionLinks.step(step, source.edition.slug), label: step.title)
    }

    private mutating func gap(_ words: String, _ step: EditionStep, _ subjects: [Link] = []) {
        items.append(
            Item(weight: .gap, words: words, subjects: subjects, mend: mend(step), step: step))
    }

    private mutating func need(_ words: String, _ step: EditionStep) {
        items.append(Item(weight: .needed, words: words, mend: mend(step), step: step))
    }

    private mutating func addNeeds() {
        if source.version.title.isBlank { need("A title", .about) }
        if source.board == nil { need("A board or committee that receives it", .about) }
        if standings.isEmpty { need("At least one measure", .measures) }
        let unread = has(.finance) ? FinanceCheck(source.content).faults.count : 0
        if unread > 0 { need("\(unread.counted("amount")) of money to put right", .finance) }
    }

    private mutating func addAbout() {
        if source.content[.meeting].isBlank { gap("The day of the meeting", .about) }
        if source.content[.reportOf].isBlank { gap("Whose report it is", .about) }
    }

    private mutating func addWords() {
        if has(.overview), source.content[.overview].isBlank {
            gap("The portfolio holder’s overview", .words)
        }
        if !source.content[.overview].isBlank, source.content[.overviewBy].isBlank {
            gap("Who wrote the overview", .words)
        }
        if source.content[.headlines].isBlank { gap("Headlines", .words) }
    }

    private mutating func addMeasures() {
        let red = attention.offTarget
        let silent = red.filter { standing in
            let period = standing.latest?.period
            return !(period.map { facts.has(commentOn: standing.measure.id, $0) } ?? false)
                && source.content[.exception(standing.measure.code)].isBlank
        }
        addCount(of: silent, "off target without commentary", .actions)
        addCount(
            of: red.filter { !facts.withAction.contains($0.measure.id) },
            "off target without corrective action", .actions)
        addCount(of: red.filter { !$0.measure.hasOwner }, "off target without an owner", nil)
        if attention.withoutTarget > 0 {
            addCount(
                of: standings.filter { $0.judgement.status == .noTarget }, "without target", nil)
        }
        if attention.withExpiredTarget > 0 {
            addCount(
                of: standings.filter { $0.judgement.status == .targetExpired },
                "whose target has expired", nil)
        }
        addCount(
            of: standings.filter { $0.measure.status != .archived && !$0.measure.hasOwner },
            "without owner", nil)
    }

    /// So many measures, by name; where nothing in the portal mends it, that is said.
    private mutating func addCount(
        of standings: [Standing], _ words: String, _ step: EditionStep?
    ) {
        guard !standings.isEmpty else { return }
        let count = standings.count.counted("measure")
        items.append(
            Item(
                weight: .gap,
                words: "\(count) \(words)"
                    + (step == nil ? " (owners and targets are kept in the catalogue)" : ""),
                subjects: standings.map(\.link), mend: step.map { mend($0) }, step: step))
    }

    private mutating func addCollecting() {
        if !attention.late.isEmpty {
            items.append(
                Item(
                    weight: .gap, words: attention.late.count.counted("late figure"),
                    subjects: attention.late.map(\.standing.link),
                    mend: Link(href: ReturnLinks.rounds, label: "Collection rounds")))
        }
        for round in Set(facts.approved.map(\.round)).sorted() {
            let measures = facts.approved.filter { $0.round == round }.map(\.measure)
            let titles = standings.filter { measures.contains($0.measure.code) }
            guard !titles.isEmpty else { continue }
            items.append(
                Item(
                    weight: .gap,
                    words: titles.count == 1
                        ? "1 figure of this quarter’s returns is approved and not published"
                        : "\(titles.count) figures of this quarter’s returns are approved and not "
                            + "published",
                    subjects: titles.map(\.link),
                    mend: Link(href: ReturnLinks.publication(round), label: "Publish figures")))
        }
    }

    private mutating func addParts() {
        let content = source.content
        let money: [EditionTable] = [.revenue, .savings, .reserves, .grant, .capital]
        if has(.finance), money.allSatisfy({ content.rows($0).isEmpty }),
            content[.finance].isBlank
        {
            gap("What finance says", .finance)
        }
        let hasDelivery = content.typed.fields.keys.contains { $0.hasPrefix("delivery/") }
        if has(.delivery), !hasDelivery, content.rows(.project).isEmpty {
            gap("What was done", .delivery)
        }
        if has(.actions), content.rows(.risk).isEmpty { gap("Risks", .actions) }
    }

    private mutating func addPast() {
        if has(.lastTime) {
            var known: Set<String> = []
            let open = source.past.facts.filter { fact in
                fact.section == ReportSection.actions.rawValue
                    && known.insert(fact.subject).inserted
                    && source.content[.outcome(fact.subject)].isBlank
            }
            if !open.isEmpty {
                let count = open.count.counted("commitment")
                gap(
                    "\(count) of the last edition without an outcome", .lastTime,
                    open.map { Link(href: "", label: $0.subjectTitle) })
            }
        }
        guard facts.unanswered > 0 else { return }
        items.append(
            Item(
                weight: .gap,
                words: "\(facts.unanswered.counted("comment")) of the committee without an answer",
                mend: EditionLinks.comments))
    }

    private func has(_ section: ReportSection) -> Bool {
        source.template.sections.contains(section)
    }
}

extension Standing {
    /// The measure's own page.
    fileprivate var link: Link {
        Link(href: Links.measure(measure.slug), label: measure.title)
    }
}
