import SQLite

/// Makes the index of everything that can be searched for, out of what has been loaded.
struct SearchIndexLoad {
    let database: Database
    /// The templates of the help pages.
    let help: Folder

    /// Changes whenever the same files come to be found otherwise.
    static let version = "search 1"

    /// The names of the templates that are searched.
    static func templates(in help: Folder) throws(FolderError) -> [String] {
        try help.names(endingIn: ".mustache")
    }

    func run() throws {
        try database.clearSearch()
        var words: [String: IndexedWord] = [:]
        for (position, kind) in SearchKind.allCases.enumerated() {
            let sources =
                kind == .help ? try helpPages() : try database.searchSources(of: kind)
            for source in sources {
                try database.index(source, kind, at: position)
                count(source, into: &words)
            }
        }
        try database.keep(words)
    }

    private func helpPages() throws -> [SearchSource] {
        var pages: [SearchSource] = []
        for name in try Self.templates(in: help) {
            guard let text = HelpText(template: try help.text(of: name + ".mustache")) else {
                continue
            }
            pages.append(
                SearchSource(
                    slug: HelpText.address(of: name), title: text.title, body: text.body))
        }
        return pages
    }

    private func count(_ source: SearchSource, into words: inout [String: IndexedWord]) {
        let texts = [source.title, source.alias ?? "", source.body ?? ""]
        for (index, text) in texts.enumerated() {
            for word in SearchWords(text).texts {
                let known = words[word]
                words[word] = IndexedWord(
                    text: word, titleUses: (known?.titleUses ?? 0) + (index == 0 ? 1 : 0),
                    uses: (known?.uses ?? 0) + 1)
            }
        }
    }
}

extension Database {
    fileprivate func clearSearch() throws(SQLError) {
        try run("DELETE FROM search_entry")
        try run("DELETE FROM search_word")
        try run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    }

    fileprivate func index(
        _ source: SearchSource, _ kind: SearchKind, at position: Int
    ) throws(SQLError) {
        try run(
            """
            INSERT INTO search_entry (kind, kind_position, href, title, title_words, body, place,
                                      measure_id)
            VALUES (\(kind.rawValue), \(position),
                    \(kind.href(source.slug, owner: source.owner)), \(source.title),
                    \(SearchWords(source.title).joined), \(source.body), \(source.place),
                    \(source.measure))
            """)
        // Taken apart here, so that what is indexed and what is looked for are alike.
        try run(
            """
            INSERT INTO search_index (rowid, title, alias, body)
            VALUES (\(lastInsertedRow), \(SearchWords(source.title).joined),
                    \(SearchWords(source.alias ?? "").joined),
                    \(SearchWords(source.body ?? "").joined))
            """)
    }

    fileprivate func keep(_ words: [String: IndexedWord]) throws(SQLError) {
        for word in words.values {
            try run(
                """
                INSERT INTO search_word (word, title_uses, uses)
                VALUES (\(word.text), \(word.titleUses), \(word.uses))
                """)
        }
    }
}
