import SQLite
import Scorecard

extension Database {
    /// All that a version is made from, as an audience may see it on a day.
    func source(
        of version: EditionVersion, for audience: Audience, on day: Day, _ portal: EditionPortal
    ) throws(SQLError) -> EditionSource {
        let template = EditionTemplate(version.content)
        let past = try past(of: version, for: audience)
        let measures = try reportedMeasures(
            of: version, following: past.previous, for: audience, on: day)
        return EditionSource(
            version: version, template: template, audience: audience, day: day, portal: portal,
            board: try board(of: version), demonstration: try demonstrationWords(),
            measures: measures,
            delivery: try reportedDelivery(measures), past: past,
            knownDays: try knownDays(
                ofMeasures: measures.groups.flatMap(\.measures).map(\.id)))
    }

    /// The board that a version is written for.
    private func board(of version: EditionVersion) throws(SQLError) -> BoardRole? {
        let slug = version.content[.board]
        return try first(
            "SELECT slug, title, coalesce(role, '') AS role FROM board WHERE slug = \(slug)",
            read: BoardRole.init)
    }

    /// The measures of scorecards under their headlines, each where it is named first, but for
    /// those left out.
    func reportedGroups(
        on headings: [ScorecardHeading], without: Set<String>
    ) throws(SQLError) -> [ReportedGroup] {
        var groups: [ReportedGroup] = []
        var known: Set<Int64> = []
        let all = try self.groups(onScorecards: headings.map(\.slug))
        for heading in headings {
            for group in all[heading.slug] ?? [] {
                let own = group.measures.filter { measure in
                    !without.contains(measure.code) && known.insert(measure.id).inserted
                }
                guard !own.isEmpty else { continue }
                groups.append(
                    ReportedGroup(scorecard: heading, headline: group.headline, measures: own))
            }
        }
        return groups
    }

    /// The scorecards that a report was given, in its order; where it was given none, those of
    /// the current strategies that stand under no other.
    func scorecards(of template: EditionTemplate) throws(SQLError) -> [ScorecardHeading] {
        let all = try scorecards()
        if !template.scorecards.isEmpty {
            return template.scorecards.compactMap { slug in all.first { $0.slug == slug } }
        }
        let plans: [String] = try self.all(
            "SELECT slug FROM strategy WHERE state = 'current' AND under_id IS NULL"
        ) { row throws(SQLError) in try row("slug") }
        return all.filter { heading in
            heading.objectiveSlug == nil
                && (heading.strategy.map { plans.contains($0.slug) } ?? false)
        }
    }

    /// Every value that a frozen version shows to an audience, in its order.
    func facts(
        ofVersion id: Int64, for audience: Audience
    ) throws(SQLError) -> [ReportFact] {
        try all(
            """
            SELECT section, subject, subject_title, name, text FROM edition_fact
            WHERE version_id = \(id) AND audience = \(audience.rawValue)
            ORDER BY position
            """, read: ReportFact.init)
    }
}

extension ReportFact {
    init(row: borrowing Row) throws(SQLError) {
        section = try row("section")
        subject = try row("subject")
        subjectTitle = try row("subject_title")
        name = try row("name")
        text = try row("text")
    }
}
