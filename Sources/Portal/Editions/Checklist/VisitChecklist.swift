import Scorecard

extension Visit {
    /// What a draft still lacks, and what it is made from as everyone may see it.
    func checklist(
        of version: EditionVersion, for member: Member
    ) throws -> (source: EditionSource, checklist: EditionChecklist) {
        let source = try source(of: version, for: .everyone)
        let mentions = MeasureMentions(source)
        let withheld = try database.withheldNumbers(
            of: mentions.measures, for: member.account)
        return (
            source,
            EditionChecklist(
                source, try database.checklistFacts(of: version.edition),
                mentions: mentions.found(withheld))
        )
    }
}
