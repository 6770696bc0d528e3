import Scorecard

/// The acts, each within a transaction in which the version was read.
extension ReportOffice {
    /// Sends a draft for approval.
    func submit(_ version: EditionVersion, by person: Int64) throws {
        try require(.submit, version)
        let slug = version.content[.board]
        guard !slug.isBlank else { throw ReportFault.noBoard }
        guard try database.boardTitle(slug) != nil else { throw ReportFault.unknownBoard(slug) }
        try database.submit(version.id, by: person, at: now)
        try record(.editionSubmitted, version)
    }

    /// Takes back what waits for approval, as who sent it may.
    func takeBack(_ version: EditionVersion, by person: Int64) throws {
        try require(.takeBack, version)
        guard version.submittedBy == person else { throw ReportFault.changedMeanwhile }
        try database.takeBack(version.id)
        try record(.editionTakenBack, version)
    }

    /// Gives a report back to be changed.
    func sendBack(_ version: EditionVersion, words: String, by person: Int64) throws {
        try require(.sendBack, version)
        guard version.submittedBy != person else { throw ReportFault.ownReport }
        try database.sendBack(version.id, words: words)
        try record(.editionSentBack, version, reason: words)
    }

    /// Approves a report: freezes it and places it among those that are published.
    ///
    /// Whoever does it answers for each measure of it, as whoever publishes figures does.
    func freeze(_ version: EditionVersion, by person: Int64, _ grants: Set<Grant>) throws {
        try require(.approve, version)
        guard version.submittedBy != person else { throw ReportFault.ownReport }
        guard try !database.isReportOfFiles(version.edition.slug) else {
            throw ReportFault.addressTaken(version.edition.slug)
        }
        let content = try frozenContent(of: version)
        let places = try database.ownerships(ofMeasures: content.measures)
        guard places.allSatisfy({ grants.allow(.writeReports, $0) }) else {
            throw ReportFault.beyondScope
        }
        try database.freeze(version.id, content, by: person, at: now)
        try place()
        // Not the officers’ own: who has the public file could try small numbers in it until
        // that comes out.
        let file = content.documents.first { $0.document.audience == .everyone }?.document
        try record(
            .editionFrozen, version,
            after: JSONObject([
                "title": content.title, "board": content.board.slug,
                "figures_as_at": content.figuresAsAt.description,
                "fingerprint": file?.fingerprint,
            ]))
    }

    /// Begins a version that puts the latest one right, with what that one holds.
    func correct(_ version: EditionVersion, because reason: String, by person: Int64) throws {
        try require(.correct, version)
        let number = version.number + 1
        let id = try database.beginCorrection(of: version, because: reason)
        try database.keep(version.content, ofVersion: id, by: person, at: now)
        try record(
            .editionCorrectionBegun, version,
            after: JSONObject(["version": EditionVersion.label(of: number)]), reason: reason)
    }

    /// Says of a frozen version that it is not to be relied on any more; its file stays.
    func withdraw(_ version: EditionVersion, because reason: String, by person: Int64) throws {
        try require(.withdraw, version)
        try database.withdraw(version.id, because: reason, by: person, at: now)
        try place()
        try record(.editionWithdrawn, version, reason: reason)
    }

    /// Puts reports where readers look for them: on lists, boards' pages and in the search.
    private func place() throws {
        try database.placeEditions()
        try SearchIndexLoad(database: database, help: settings.folder("Templates/help")).run()
    }

    private func require(_ act: EditionAct, _ version: EditionVersion) throws {
        guard act.result(in: version.state) != nil else {
            throw ReportFault.state(act, version.state)
        }
    }

    private func record(
        _ action: TrailAction, _ version: EditionVersion, after: JSONObject? = nil,
        reason: String? = nil
    ) throws {
        try database.append(
            TrailEntry(
                actor: actor, action: action, subject: version.subject, after: after,
                reason: reason, address: address, request: request), at: now)
    }
}
