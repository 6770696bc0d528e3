import SQLite
import Scorecard

/// Something that a search found.
struct SearchResult {
    let kind: SearchKind
    let href: String
    let title: String
    let body: String?
    let place: String?
    /// How many results there are of the kind, on all pages.
    let countOfKind: Int
    /// The measure, if it is one.
    let measure: MeasureFacts?
}

/// A page of what a search found.
struct SearchResults {
    /// How many results there are on all pages.
    var count = 0
    /// Whether no page has all that was asked for, and these have some of it.
    var isPartial = false
    var results: [SearchResult] = []

    /// How many results a page shows.
    static let pageLength = 50
}

extension Database {
    /// What the index knows of the words of a question.
    func vocabulary(of question: SearchQuestion) throws(SQLError) -> SearchVocabulary {
        var vocabulary = SearchVocabulary()
        // Beyond all words that begin alike.
        let beginning = question.beginning
        let end = beginning.map { $0 + "\u{10FFFF}" }
        try forEach(
            """
            SELECT 'synonym' AS says, term AS word, means FROM synonym
            WHERE term IN \(list: question.runs)
            UNION ALL
            SELECT 'known', word, NULL FROM search_word WHERE word IN \(list: question.forms)
            UNION ALL
            SELECT 'beginning', min(word), NULL FROM search_word
            WHERE word >= \(beginning) AND word < \(end) HAVING min(word) IS NOT NULL
            """
        ) { row throws(SQLError) in
            let word: String = try row("word")
            switch try row("says", as: String.self) {
            case "synonym": vocabulary.synonyms[word, default: []].append(try row("means"))
            case "known": vocabulary.known.insert(word)
            default: vocabulary.hasBeginning = true
            }
        }
        return vocabulary
    }

    /// The indexed words about as long as some that are not, and the synonyms of single words.
    func corrections(of words: [String]) throws(SQLError) -> SearchCorrections {
        var corrections = SearchCorrections()
        let lengths = words.map(\.unicodeScalars.count)
        let reach = words.map(EditDistance.slipsForgiven).max() ?? 0
        guard reach > 0, let shortest = lengths.min(), let longest = lengths.max() else {
            return corrections
        }
        try forEach(
            """
            SELECT word, title_uses, uses, NULL AS means FROM search_word
            WHERE length(word) BETWEEN \(shortest - reach) AND \(longest + reach)
            UNION ALL
            SELECT term, 0, 0, means FROM synonym WHERE instr(term, ' ') = 0
            """
        ) { row throws(SQLError) in
            let word: String = try row("word")
            if let means: String = try row("means") {
                corrections.synonyms[word, default: []].append(means)
            } else {
                corrections.words.append(
                    IndexedWord(
                        text: word, titleUses: try row("title_uses"), uses: try row("uses")))
            }
        }
        return corrections
    }

    /// What a search finds, by kind; in a kind the best is first.
    ///
    /// Names count for more than what is said of a thing, and a title that was typed as a whole
    /// is before all others, with its kind. Where nothing has every term, what has some is found.
    ///
    /// The index has every report; those of which no edition was published by the end of `day` are
    /// left out.
    func results(
        of reading: SearchReading, titled titles: [String], page: Int, publishedBy day: Day
    ) throws(SQLError) -> SearchResults {
        var found = SearchResults()
        guard !reading.isEmpty else { return found }
        let every = reading.expression(needingAll: true)
        let any = reading.expression(needingAll: false)
        found.results = try all(
            """
            WITH found AS MATERIALIZED (
                SELECT rowid AS id, bm25(search_index, 10.0, 4.0, 1.0) AS distance, 0 AS is_partial
                FROM search_index WHERE search_index MATCH \(every)
                UNION ALL
                SELECT rowid, bm25(search_index, 10.0, 4.0, 1.0), 1
                FROM search_index WHERE search_index MATCH \(any)
                    AND NOT EXISTS (
                        SELECT 1 FROM search_index WHERE search_index MATCH \(every)))
            SELECT entry.kind AS entry_kind, entry.href, entry.title AS entry_title, entry.body,
                   entry.place, entry.measure_id, found.is_partial, \(MeasureFacts.columns),
                   count(*) OVER () AS count_of_all,
                   count(*) OVER (PARTITION BY entry.kind) AS count_of_kind,
                   max(entry.title_words IN \(list: titles)) OVER (PARTITION BY entry.kind)
                       AS has_title
            FROM found
            JOIN search_entry AS entry ON entry.id = found.id
            LEFT JOIN measure ON measure.id = entry.measure_id
            WHERE entry.kind <> \(SearchKind.report.rawValue) OR entry.href IN (
                SELECT \(Links.reports.href + "/") || report.slug
                FROM report JOIN report_version ON report_version.report_id = report.id
                WHERE report_version.published_on <= \(day))
            ORDER BY has_title DESC, entry.kind_position,
                     entry.title_words IN \(list: titles) DESC, found.distance, entry.id
            LIMIT \(SearchResults.pageLength) OFFSET \((page - 1) * SearchResults.pageLength)
            """
        ) { row throws(SQLError) in
            found.count = try row("count_of_all")
            found.isPartial = try row("is_partial")
            return try SearchResult(row: row)
        }
        return found
    }
}

extension SearchKind: SQLConvertible {}

extension SearchResult {
    fileprivate init(row: borrowing Row) throws(SQLError) {
        kind = try row("entry_kind")
        href = try row("href")
        title = try row("entry_title")
        body = try row("body")
        place = try row("place")
        countOfKind = try row("count_of_kind")
        let id: Int64? = try row("measure_id")
        measure = id == nil ? nil : try MeasureFacts(row: row)
    }
}
