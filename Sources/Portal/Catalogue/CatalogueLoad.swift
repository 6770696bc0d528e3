import SQLite

/// Loads the catalogue and the published figures from their files, all of it or nothing.
package struct CatalogueLoad {
    let settings: Settings
    let catalogue: Folder
    let figures: Folder
    /// Who loads, as the audit trail names them.
    let actor: TrailEntry.Actor

    /// Loads from the folders given, by default the portal's own below `Resources`.
    ///
    /// `user` is who loads, as the machine knows them; the portal itself if it is nobody.
    package init(
        _ settings: Settings, catalogue: String? = nil, figures: String? = nil,
        user: String? = nil
    ) {
        self.settings = settings
        actor = user.map { .commandLine($0) } ?? .portal
        self.catalogue = catalogue.map(Folder.init) ?? settings.folder("Resources/Catalogue")
        self.figures = figures.map(Folder.init) ?? settings.folder("Resources/Figures")
    }

    /// What a load did.
    package enum Outcome: Equatable {
        /// The files are the ones that were loaded before.
        case unchanged
        /// Everything was loaded.
        case loaded(strategies: Int, measures: Int, figures: Int)
    }

    /// Brings the database's schema up to date and loads the files into it.
    ///
    /// Loading the same files again changes nothing. What a demonstration adds to the catalogue is
    /// loaded with it, so that a demonstration stays one whatever is loaded.
    ///
    /// - Throws: `LoadError` for a row that is wrong, with its place; then nothing is loaded.
    package func run() throws -> Outcome {
        let database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        let additions =
            try database.demonstrationWords() == nil
            ? nil : settings.folder(Demonstration.catalogue)
        let digest = try digest(additions)
        let earlier = try database.loadedDigest()
        if earlier == digest { return .unchanged }
        let outcome = try database.transaction {
            let trail = try TrailLoad(database: database, actor: actor, settings)
            try load(into: database, additions)
            try database.recordLoad(digest)
            let outcome = try database.loadCounts()
            try trail.record(outcome, digest: digest, earlier: earlier)
            return outcome
        }
        try database.refreshPlans()
        return outcome
    }

    private func load(into database: Database, _ additions: Folder?) throws {
        let files = LoadFolder(folder: catalogue, additions: additions)
        let published = LoadFolder(folder: figures)
        let measures = MeasureLoad(database: database, folder: files)
        try database.unplaceAll()
        try StrategyLoad(database: database, folder: files).run()
        try MeetingLoad(database: database, folder: files).run()
        try ReportLoad(database: database, folder: files).run()
        try measures.measures()
        if let additions { try measures.owners(in: LoadFolder(folder: additions)) }
        try ObjectiveLoad(database: database, folder: files).run()
        try measures.placements()
        try CommentaryLoad(database: database, folder: files).run()
        try ActionLoad(database: database, folder: files).run()
        try FiguresLoad(database: database, catalogue: files, figures: published).run()
        try MeasureSeriesLoad(database: database, folder: files).run()
        try CollectedGroupsLoad(database: database, folder: files).run()
        try ReturnedFiguresLoad(database: database, publisher: settings.partnership).placeAll()
        let revisions = RevisionLoad(database: database, today: settings.today())
        try revisions.keep()
        try DisclosureLoad(database: database).run()
        try WideDisclosureLoad(database: database).runIfRulesChanged()
        try revisions.show()
        try database.removeUnplaced()
        try SynonymLoad(database: database, folder: files).run()
        try SearchIndexLoad(database: database, help: help).run()
    }

    /// The templates of the help pages, which are searched with the rest.
    private var help: Folder { settings.folder("Templates/help") }

    /// A digest of every file that is loaded, and of the rules by which figures are shown and
    /// pages are found.
    private func digest(_ additions: Folder?) throws -> String {
        var lines = "\(DisclosureLoad.version)\n\(SearchIndexLoad.version)\n"
        for name in try SearchIndexLoad.templates(in: help) {
            lines += "\(name) \(sha256(try help.bytes(of: name + ".mustache")))\n"
        }
        for folder in [catalogue, figures, additions].compactMap(\.self) {
            for name in try folder.names(endingIn: ".csv") {
                lines += "\(name) \(sha256(try folder.bytes(of: name + ".csv")))\n"
            }
        }
        return sha256(Array(lines.utf8))
    }
}
