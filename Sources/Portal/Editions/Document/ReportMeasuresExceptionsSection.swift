import Mustache
import Scorecard

/// What needs attention: a block for each exception, and a list of the rest.
struct ReportMeasuresExceptionsSection {
    private let blocks: [ReportMeasuresBlock]
    private let others: [ReportMeasuresEntry]
    private let known: Set<Int64>
    /// What is said where nothing needs attention.
    private let none: String

    init(_ entries: [Int64: ReportMeasuresEntry], _ source: EditionSource) {
        let attention = ReportMeasuresAttention(
            source.measures, featured: source.template.featured)
        blocks = attention.blocks.compactMap { found in
            entries[found.standing.measure.id].map { entry in
                ReportMeasuresBlock(
                    entry: entry, ground: found.ground, trend: ReportMeasuresTrendSection(entry),
                    added: source.content.items(.exception(entry.code)))
            }
        }
        others = attention.others.compactMap { entries[$0.standing.measure.id] }
        known = Set(blocks.map(\.entry.standing.measure.id))
        let isJudged = source.measures.all.contains { $0.judgement.status.isJudged }
        none =
            isJudged
            ? "No measure is off target, and no current figure is worse than the one before it."
            : "\(Attention.unjudgedWords) No current figure is worse than the one before it."
    }

    /// Whether a measure has a block.
    func has(_ entry: ReportMeasuresEntry) -> Bool { known.contains(entry.standing.measure.id) }

    var values: TemplateRecord {
        [
            "none": blocks.isEmpty ? .text(none) : .absent,
            "blocks": .list(blocks.map(values)),
            "hasOthers": .flag(!others.isEmpty),
            "others": .list(others.map(values)),
        ]
    }

    /// Adds what the block of a measure says, if it has one.
    func add(to facts: inout ReportMeasuresFacts, of entry: ReportMeasuresEntry) {
        let found = blocks.first { $0.entry.standing === entry.standing }
        if let found { facts.add(found) }
    }

    private func values(_ block: ReportMeasuresBlock) -> TemplateValue {
        let standing = block.entry.standing
        var values: TemplateRecord = [
            "id": .text(block.entry.anchor),
            "title": .text(block.entry.title),
            "isOff": .flag(standing.judgement.status == .offTarget),
            "ground": block.ground.words.template,
            "latest": (standing.latestText ?? "No figure").template,
            "target": block.entry.target.template,
            "figures": lines(block.figures),
            "trend": block.trend.values,
            "words": lines(block.words),
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: standing.changeValues)
        return .record(values)
    }

    private func lines(_ lines: [ReportMeasuresBlock.Line]) -> TemplateValue {
        .list(
            lines.map { line in
                [
                    "term": .text(line.term), "isMissing": .flag(line.isMissing),
                    "paragraphs": .list(line.paragraphs.map { .text($0) }),
                ]
            })
    }

    private func values(_ entry: ReportMeasuresEntry) -> TemplateValue {
        let standing = entry.standing
        var values: TemplateRecord = [
            "title": .text(entry.title),
            "latest": standing.latestText.template,
            "flag": standing.latestFlag.template,
            "counted": standing.countText.template,
            "period": standing.latestPeriod.template,
            "target": entry.target.template,
            "rule": entry.hasOwnRule ? .text(entry.rule) : .absent,
            "comment": (entry.comment?.whatHappened ?? "Nobody has said why.").template,
            "action": (entry.words(.action).text).template,
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: standing.changeValues)
        return .record(values)
    }
}
