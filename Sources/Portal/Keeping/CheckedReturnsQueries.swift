import SQLite
import Scorecard

// What always holds in rounds, in what officers enter and in what was published of it.

extension CheckedPart {
    static let returns = CheckedPart(
        name: "returns",
        counts: """
            SELECT (SELECT count(*) FROM collection_round) AS round,
                   (SELECT count(*) FROM figure_return) AS "return",
                   (SELECT count(*) FROM return_entry) AS entry,
                   (SELECT count(*) FROM return_entry_version) AS revision
            """,
        rules: [
            """
            SELECT 'the round ' || period || ' is ' || state || ', and '
                || iif(closed_at IS NULL, 'it never was closed', 'it says when it was closed')
            FROM collection_round WHERE (state = 'closed') <> (closed_at IS NOT NULL)
            """,
            """
            SELECT 'the round ' || period || ' asks for nothing' FROM collection_round
            WHERE NOT EXISTS (SELECT 1 FROM figure_return WHERE round_id = collection_round.id)
            """,
            """
            SELECT 'the round ' || period || ' is not in the audit trail' FROM collection_round
            WHERE NOT EXISTS (
                SELECT 1 FROM audit_entry
                WHERE subject = collection_round.period
                    AND action = \(TrailAction.roundOpened.rawValue))
            """,
            """
            SELECT 'the return “' || title || '” asks for nothing' FROM figure_return
            WHERE NOT EXISTS (SELECT 1 FROM return_entry WHERE return_id = figure_return.id)
            """,
            """
            SELECT measure || '/' || period || ' is at revision ' || revision || ', and '
                || (SELECT count(*) FROM return_entry_version WHERE entry_id = return_entry.id)
                || ' are kept'
            FROM return_entry
            WHERE revision <> (SELECT count(*) FROM return_entry_version
                               WHERE entry_id = return_entry.id)
            """,
            """
            SELECT measure || '/' || period || ' does not hold what was typed last, at revision '
                || entry.revision
            FROM return_entry AS entry
            LEFT JOIN return_entry_version AS version
                ON version.entry_id = entry.id AND version.revision = entry.revision
            WHERE entry.content IS NOT coalesce(version.content, '{}')
            """,
            states,
        ])

    /// Where an entry stands follows from what happened to it last.
    private static let states: SQL = """
        SELECT measure || '/' || period || ' is ' || state
            || coalesce(', and last it was ' || event, ', and nothing has happened to it')
        FROM (
            SELECT measure, period, state,
                   (SELECT event FROM return_entry_event WHERE entry_id = return_entry.id
                    ORDER BY id DESC LIMIT 1) AS event
            FROM return_entry)
        WHERE NOT CASE state
            WHEN 'not-started' THEN event IS NULL OR event IN ('withdrawn', 'sent-back')
            WHEN 'draft' THEN event IS NULL OR event IN ('withdrawn', 'sent-back', 'reopened')
            WHEN 'submitted' THEN event IS 'submitted'
            WHEN 'sent-back' THEN event IS 'sent-back'
            WHEN 'approved' THEN event IS 'approved'
            -- A revision that was begun and given up was withdrawn.
            WHEN 'published' THEN coalesce(event, '') IN ('published', 'withdrawn')
        END
        """

    static let publications = CheckedPart(
        name: "publications",
        counts: """
            SELECT (SELECT count(*) FROM publication) AS publication,
                   (SELECT count(*) FROM published_entry) AS published_entry,
                   (SELECT count(*) FROM published_entry_figure) AS published_figure
            """,
        rules: [
            """
            SELECT 'publication ' || id || ' has published nothing' FROM publication
            WHERE NOT EXISTS (
                SELECT 1 FROM published_entry WHERE publication_id = publication.id)
            """,
            """
            SELECT measure || '/' || period || ' was published ' || published_version
                || ' times, and ' || versions || ' versions and ' || events
                || ' times are on record'
            FROM (
                SELECT measure, period, published_version,
                       (SELECT count(*) FROM published_entry AS published
                        WHERE published.measure = return_entry.measure
                            AND published.period = return_entry.period
                            AND published.entry_id = return_entry.id) AS versions,
                       (SELECT count(*) FROM return_entry_event
                        WHERE entry_id = return_entry.id AND event = 'published') AS events
                FROM return_entry)
            WHERE versions <> published_version OR events <> published_version
            """,
            """
            SELECT measure || '/' || period || ' has version ' || version
                || ' and not those before it'
            FROM published_entry AS published
            WHERE version <> (SELECT count(*) FROM published_entry AS other
                WHERE other.measure = published.measure AND other.period = published.period
                    AND other.version <= published.version)
            """,
            """
            SELECT published.measure || '/' || published.period || ' version ' || version
                || ' is of the entry of ' || entry.measure || '/' || entry.period
            FROM published_entry AS published
            JOIN return_entry AS entry ON entry.id = published.entry_id
            WHERE (entry.measure, entry.period) <> (published.measure, published.period)
            """,
            """
            SELECT measure || '/' || period || ' version ' || version || ' has no figure'
            FROM published_entry AS published
            WHERE NOT EXISTS (SELECT 1 FROM published_entry_figure AS figure
                WHERE figure.measure = published.measure AND figure.period = published.period
                    AND figure.version = published.version)
            """,
            """
            SELECT measure || '/' || period || ' is ' || state || ' after '
                || published_version || ' times, and '
                || iif(revision_reason IS NULL, 'nothing says why', 'is to be revised')
            FROM return_entry
            WHERE (published_version = 0 AND state = 'published')
                OR (published_version > 0 AND state <> 'published')
                    <> (revision_reason IS NOT NULL)
            """,
            told, shown, foreign, words,
        ])

    /// What was published is in the trail, and what the trail tells of was published.
    private static let told: SQL = """
        WITH told AS (
            SELECT subject, json_extract(after, '$.version') AS version,
                   json_extract(after, '$.publication') AS publication
            FROM audit_entry WHERE action = \(TrailAction.figuresPublished.rawValue)),
        kept AS (
            SELECT measure || '/' || period AS subject, CAST(version AS TEXT) AS version,
                   CAST(publication_id AS TEXT) AS publication
            FROM published_entry)
        SELECT subject || ' version ' || version || ' is not in the audit trail'
        FROM (SELECT * FROM kept EXCEPT SELECT * FROM told)
        UNION ALL
        SELECT subject || ' version ' || version || ' is in the audit trail alone'
        FROM (SELECT * FROM told EXCEPT SELECT * FROM kept)
        """

    /// What was published last is what officers of the service see, number for number.
    private static let shown: SQL = """
        SELECT published.measure || '/' || published.period || ' version ' || published.version
            || ' is not what is shown of it'
        FROM published_entry_figure AS published
        LEFT JOIN series ON series.code = \(Database.returnPrefix) || published.measure
        LEFT JOIN breakdown ON breakdown.code = \(Database.publishedGroup)
        LEFT JOIN line ON line.series_id = series.id AND line.breakdown_id = breakdown.id
            AND line.area_id IN (SELECT id FROM area WHERE kind = 'local')
        LEFT JOIN service_figure AS figure ON figure.line_id = line.id
            AND figure.ends_on = published.ends_on AND figure.period = published.period
        WHERE published.version = (SELECT max(version) FROM published_entry AS latest
                WHERE latest.measure = published.measure AND latest.period = published.period)
            AND (figure.line_id IS NULL OR figure.value IS NOT published.value
                OR figure.numerator IS NOT published.numerator
                OR figure.denominator IS NOT published.denominator
                OR figure.marker IS NOT published.marker)
        """

    /// What is shown as published from returns was.
    private static let foreign: SQL = """
        SELECT series.code || ' shows a figure for ' || figure.period
            || ' that was never published'
        FROM series
        JOIN line ON line.series_id = series.id
        JOIN breakdown ON breakdown.id = line.breakdown_id
        JOIN figure ON figure.line_id = line.id
        WHERE series.code GLOB \(Database.returnPrefix) || '*' AND NOT EXISTS (
            SELECT 1 FROM published_entry_figure AS published
            WHERE published.measure = substr(series.code, length(\(Database.returnPrefix)) + 1)
                AND published.period = figure.period
                AND breakdown.code = \(Database.publishedGroup))
        """

    /// What was said with what was published last is shown with it.
    private static let words: SQL = """
        SELECT measure || '/' || period || ' version ' || version
            || ' says something that is not shown'
        FROM published_entry AS published
        WHERE coalesce(what_happened, nothing_reason) IS NOT NULL
            AND version = (SELECT max(version) FROM published_entry AS latest
                WHERE latest.measure = published.measure AND latest.period = published.period)
            AND NOT EXISTS (
                SELECT 1 FROM commentary JOIN measure ON measure.id = commentary.measure_id
                WHERE measure.code = published.measure AND commentary.period = published.period
                    AND commentary.is_returned
                    AND commentary.what_happened
                        = coalesce(published.what_happened, published.nothing_reason))
        """

    static let uploads = CheckedPart(
        name: "uploads",
        counts: """
            SELECT (SELECT count(*) FROM upload) AS file,
                   (SELECT count(*) FROM upload
                    WHERE state IN ('reading', 'applying', 'undoing')) AS unfinished_file,
                   (SELECT count(*) FROM upload_row) AS row
            """,
        rules: [
            """
            SELECT 'number ' || id || ' is ' || state || ', and its file is '
                || iif(file IS NULL, 'gone', 'still there')
            FROM upload
            WHERE (state IN ('reading', 'previewed', 'applying')) <> (file IS NOT NULL)
            """,
            """
            SELECT 'number ' || id || ' is ' || state || ', against when it was taken in or back'
            FROM upload
            WHERE (state IN ('applied', 'undoing', 'undone')) <> (applied_at IS NOT NULL)
                OR (state = 'undone') <> (undone_at IS NOT NULL)
                OR (state IN ('undoing', 'undone') AND undone_by IS NULL)
            """,
            """
            SELECT 'number ' || upload.id || ' does not have the rows that it counts'
            FROM upload
            LEFT JOIN upload_row ON upload_row.upload_id = upload.id
            WHERE state IN ('previewed', 'applying', 'applied', 'undoing', 'undone')
            GROUP BY upload.id
            HAVING (new_count, changed_count, unchanged_count, refused_count) <> (
                count(*) FILTER (WHERE outcome = 'new'),
                count(*) FILTER (WHERE outcome = 'changed'),
                count(*) FILTER (WHERE outcome = 'unchanged'),
                count(*) FILTER (WHERE outcome = 'refused'))
            """,
            """
            SELECT 'what number ' || brought.upload_id || ' brought into '
                || entry.measure || '/' || entry.period || ' is not among its revisions'
            FROM upload_entry AS brought
            JOIN return_entry AS entry ON entry.id = brought.entry_id
            LEFT JOIN return_entry_version AS version
                ON version.entry_id = brought.entry_id AND version.revision = brought.revision
            WHERE version.content IS NOT brought.after OR version.cause <> 'uploaded'
            """,
            """
            SELECT 'that number ' || id || ' was taken in or back is not in the audit trail'
            FROM upload
            WHERE (applied_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM audit_entry
                    WHERE subject = CAST(upload.id AS TEXT) AND subject_kind = 'upload'
                        AND action = \(TrailAction.uploadApplied.rawValue)))
                OR (undone_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM audit_entry
                    WHERE subject = CAST(upload.id AS TEXT) AND subject_kind = 'upload'
                        AND action = \(TrailAction.uploadUndone.rawValue)))
            """,
        ])
}
