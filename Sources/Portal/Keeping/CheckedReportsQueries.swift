import SQLite
import Scorecard

extension CheckedPart {
    /// Editions of reports: what is written, what is frozen, and where readers find it.
    static let reports = CheckedPart(
        name: "reports",
        counts: """
            SELECT (SELECT count(*) FROM edition) AS report,
                   (SELECT count(*) FROM edition_version) AS version,
                   (SELECT count(*) FROM edition_document) AS frozen_file,
                   (SELECT count(*) FROM edition_fact) AS frozen_fact
            """,
        rules: [
            """
            SELECT 'the report ' || slug || ' has no version' FROM edition
            WHERE NOT EXISTS (SELECT 1 FROM edition_version WHERE edition_id = edition.id)
            """,
            """
            SELECT \(name) || ' is ' || state || ', and it has '
                || (SELECT count(*) FROM edition_document WHERE version_id = version.id)
                || ' files'
            \(versions)
            WHERE (SELECT count(*) FROM edition_document WHERE version_id = version.id)
                <> iif(\(isFrozen), 2, 0)
            """,
            """
            SELECT \(name) || ' does not have the facts of its two files'
            \(versions)
            WHERE (SELECT count(DISTINCT audience) FROM edition_fact
                   WHERE version_id = version.id) <> iif(\(isFrozen), 2, 0)
            """,
            """
            SELECT \(name) || ' does not have all its facts'
            FROM (
                SELECT version_id FROM edition_fact GROUP BY version_id, audience
                HAVING count(*) <> max(position) + 1 OR min(position) <> 0) AS gap
            JOIN edition_version AS version ON version.id = gap.version_id
            JOIN edition ON edition.id = version.edition_id
            """,
            """
            SELECT \(name) || ' is at revision ' || revision || ', and '
                || (SELECT count(*) FROM edition_revision WHERE version_id = version.id)
                || ' are kept'
            \(versions)
            WHERE revision <> (SELECT count(*) FROM edition_revision
                               WHERE version_id = version.id)
            """,
            """
            SELECT \(name) || ' does not hold what was written last'
            \(versions)
            LEFT JOIN edition_revision AS latest
                ON latest.version_id = version.id AND latest.revision = version.revision
            WHERE version.content IS NOT coalesce(latest.content, '{}')
            """,
            told, toldAlone, placed, placedWrongly,
        ])

    private static let name: SQL = "edition.slug || '/1.' || (version.number - 1)"
    private static let isFrozen: SQL = "version.state IN ('frozen', 'withdrawn')"
    private static let versions: SQL = """
        FROM edition_version AS version JOIN edition ON edition.id = version.edition_id
        """

    /// What was frozen is in the trail, with the fingerprint that its public file has.
    private static let told: SQL = """
        SELECT \(name) || ' is ' || state
            || ', and the audit trail does not tell of it and of its file''s fingerprint'
        \(versions)
        WHERE \(isFrozen) AND NOT EXISTS (
                SELECT 1 FROM audit_entry
                JOIN edition_document AS document ON document.version_id = version.id
                    AND document.audience = 'everyone'
                WHERE subject = \(name)
                    AND action = \(TrailAction.editionFrozen.rawValue)
                    AND json_extract(after, '$.fingerprint') = document.fingerprint)
            OR state = 'withdrawn' AND NOT EXISTS (
                SELECT 1 FROM audit_entry
                WHERE subject = \(name) AND action = \(TrailAction.editionWithdrawn.rawValue))
        """

    private static let toldAlone: SQL = """
        SELECT subject || ' was published as the audit trail tells, and is not'
        FROM audit_entry
        WHERE action = \(TrailAction.editionFrozen.rawValue) AND subject NOT IN (
            SELECT \(name) \(versions) WHERE \(isFrozen))
        """

    /// What was frozen is where readers look for it, if the catalogue still has its board.
    private static let placed: SQL = """
        SELECT \(name) || ' is not among the published reports as it should be'
        \(versions)
        JOIN edition_version AS latest ON latest.id = (
            SELECT id FROM edition_version WHERE edition_id = edition.id
                AND state IN ('frozen', 'withdrawn')
            ORDER BY number DESC LIMIT 1)
        JOIN board ON board.slug = latest.board
        WHERE \(isFrozen) AND NOT EXISTS (
            SELECT 1 FROM report
            JOIN report_version ON report_version.report_id = report.id
                AND report_version.position = version.number
            WHERE report.edition_id = edition.id AND report.slug = edition.slug
                AND report.title = latest.title
                AND (report.withdrawn_on IS NOT NULL) = (latest.state = 'withdrawn'))
        """

    private static let placedWrongly: SQL = """
        SELECT report.slug || ' is among the published reports, and no version of it is frozen'
        FROM report
        WHERE edition_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM edition_version AS version
            WHERE version.edition_id = report.edition_id AND \(isFrozen))
        """
}
