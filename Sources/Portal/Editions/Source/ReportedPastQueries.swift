import SQLite
import Scorecard

extension Database {
    /// What was said before a version, and what is known of it now.
    func past(
        of version: EditionVersion, for audience: Audience
    ) throws(SQLError) -> ReportedPast {
        var past = try pastWithoutCorrection(of: version, for: audience)
        // The first version corrects none, and needs no question.
        guard version.number > 1 else { return past }
        past.corrected = try versions(ofEdition: version.edition.slug).first {
            $0.number < version.number && $0.state.isFrozen
        }
        if let corrected = past.corrected {
            past.correctedFacts = try facts(ofVersion: corrected.id, for: audience)
        }
        return past
    }

    /// The same without the version that this one corrects, which only the whole report needs.
    func pastWithoutCorrection(
        of version: EditionVersion, for audience: Audience
    ) throws(SQLError) -> ReportedPast {
        let previous = try self.version(before: version.edition)
        let facts = try previous.map { previous throws(SQLError) in
            try self.facts(ofVersion: previous.id, for: audience)
        }
        var past = ReportedPast(previous: previous, facts: facts ?? [])
        past.commitments = Commitments(
            past.facts, actions: try actions(doing: Commitment.all(in: past.facts).map(\.what)),
            in: version.content)
        past.comments = try comments(before: version.edition).toTell(after: previous, past.facts)
        past.hasEarlier = previous != nil
        if previous == nil { past.hasEarlier = try hasPublished(before: version.edition) }
        return past
    }

    /// The actions that have one of these texts.
    private func actions(doing texts: [String]) throws(SQLError) -> [CurrentAction] {
        guard !texts.isEmpty else { return [] }
        return try all(
            """
            SELECT coalesce(measure.code, objective.code) AS place, action.what, action.owner_role,
                   action.due_on, action.progress, action.state, action.updated_on
            FROM action
            LEFT JOIN measure ON measure.id = action.measure_id
            LEFT JOIN objective ON objective.id = action.objective_id
            WHERE action.what IN \(list: texts)
            ORDER BY action.id
            """
        ) { row throws(SQLError) in
            CurrentAction(place: try row("place"), action: try Action(row: row))
        }
    }

    /// Whether a report on the same portfolio was published before one, if only to be withdrawn.
    private func hasPublished(before edition: Edition) throws(SQLError) -> Bool {
        try first(
            """
            SELECT EXISTS (
                SELECT 1 FROM edition
                JOIN edition_version AS version ON version.edition_id = edition.id
                WHERE edition.portfolio = \(edition.portfolio) AND version.frozen_at IS NOT NULL
                    AND (edition.period, edition.id)
                        < (\(edition.quarter.description), \(edition.id)))
            """) ?? false
    }
}
