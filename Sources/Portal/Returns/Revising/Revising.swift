import Scorecard

/// Why a revision is not begun or ended.
enum RevisingFault: Error {
    /// It is not as it was when the page was drawn.
    case changed
}

extension Visit {
    /// Opens a published figure to be changed, for a reason; readers go on seeing it.
    func beginRevision(
        of entry: ReturnEntry, drawnAt revision: Int?, reason: String, by member: Member
    ) throws {
        guard entry.state == .published, entry.revision == revision else {
            throw RevisingFault.changed
        }
        let past = try database.pasts(of: [entry])[entry.measure.facts.id] ?? EntryPast()
        try database.beginRevision(
            entry, EntryCheck(entry, past).readiness, reason: reason, by: member.account.id,
            at: now)
        try record(.revisionBegun, entry.subject, reason: reason)
    }

    /// Gives a revision up: the figure is what was published, and nothing of it is changed.
    func cancelRevision(
        of entry: ReturnEntry, drawnAt revision: Int?, by member: Member
    ) throws {
        guard entry.isRevision, entry.revision == revision else { throw RevisingFault.changed }
        try database.endRevision(of: entry, by: member.account.id, at: now)
        try record(
            .figuresWithdrawn, entry.subject,
            before: JSONObject(["revision_reason": entry.revisionReason]),
            after: JSONObject(["revision_reason": nil]))
    }

    /// Where a figure that readers see can be revised, for those who may do it.
    ///
    /// For everybody else nothing is asked.
    func reviseHref(
        of measure: MeasureDetail, _ ownership: MeasureOwnership, _ standing: Standing
    ) throws -> String? {
        guard let account = reader.session?.account, account.mayRevise(ownership),
            let latest = standing.latest, let position = standing.own.local.latestPosition,
            position < 0,
            let found = try database.publishedEntry(of: measure.code, latest.period)
        else { return nil }
        return "\(ReturnLinks.grid(found.figureReturn))/figures/\(found.entry)/revise"
    }
}

extension Account {
    /// Whether they may revise figures of this measure: who enters them, and who approves them.
    func mayRevise(_ place: MeasureOwnership) -> Bool {
        may(.enterFigures, place) || may(.approveFigures, place)
    }
}

extension ReturnEntry {
    /// Whether what was published of it is being changed.
    var isRevision: Bool { state != .published && publishedVersion > 0 && revisionReason != nil }
}
