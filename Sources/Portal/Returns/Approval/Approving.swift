import Scorecard

/// Why nothing is approved or sent back.
enum ApprovalFault: Error {
    case nothingTicked
    /// Somebody has changed, approved or taken back what was ticked; the titles, where known.
    case changed([String])
    /// Whoever approves has a part in them.
    case own([String])
    /// They cannot be published as they are.
    case unready([String])

    /// What is said above the page.
    var words: String {
        switch self {
        case .nothingTicked: "Choose what to approve"
        case .changed(let titles):
            titles.isEmpty
                ? "Nothing was approved, because what you ticked has changed since you opened "
                    + "this page"
                : "Nothing was approved, because \(Wording.list(titles, "and")) "
                    + "\(titles.count == 1 ? "has" : "have") changed since you opened this page"
        case .own: "You entered this return, so someone else must approve it"
        case .unready(let titles):
            "\(Wording.list(titles, "and")) cannot be published as it stands. Send it back"
        }
    }
}

extension Visit {
    /// All entries of returns of which something waits for approval.
    func entriesBesideWaiting() throws -> [ReturnEntry] {
        try database.entries(.inReturnsWith(.submitted), on: settings.today())
    }

    /// Entries with what is unusual about them.
    ///
    /// `all` are those of their returns, with which they share numbers.
    func reviews(
        _ entries: [ReturnEntry], among all: [ReturnEntry], for member: Member
    ) throws -> [ApprovalReview] {
        let differences = SharedNumbers(all).differences(among: all) {
            member.account.may(.approveFigures, $0.measure.ownership)
        }
        return ApprovalReview.all(
            entries, try database.pasts(of: entries),
            try database.authors(of: entries.map(\.id)), by: member.account.id
        ).map { $0.telling(sharedNumber: differences[$0.entry.id]) }
    }

    /// Approves entries, each as it was at a revision: all of them, or none.
    ///
    /// Within a transaction, which a fault undoes.
    func approve(_ drawn: [Int64: Int], by member: Member) throws {
        guard !drawn.isEmpty else { throw ApprovalFault.nothingTicked }
        let entries = try database.entries(.some(drawn.keys.sorted()), on: settings.today())
        for entry in entries { try member.require(.approveFigures, entry.measure.ownership) }
        let changed = entries.filter { $0.state != .submitted || $0.revision != drawn[$0.id] }
        guard changed.isEmpty, entries.count == drawn.count else {
            throw ApprovalFault.changed(changed.map(\.measure.facts.title))
        }
        let reviews = try reviews(entries, among: [], for: member)
        let own = reviews.filter(\.isOwn)
        guard own.isEmpty else { throw ApprovalFault.own(own.map(\.entry.measure.facts.title)) }
        let unready = reviews.filter { !$0.mayBeApproved }
        guard unready.isEmpty else {
            throw ApprovalFault.unready(unready.map(\.entry.measure.facts.title))
        }
        try database.move(
            entries.map(\.id), to: .approved, .approved, by: member.account.id, at: now)
        for entry in entries {
            try record(
                .figuresApproved, entry.subject,
                after: JSONObject(["revision": "\(entry.revision)"]))
        }
    }

    /// Sends an entry back to be changed, as it was at a revision.
    ///
    /// What was approved and is not published yet can be sent back, too.
    func sendBack(
        _ entry: ReturnEntry, drawnAt revision: Int?, words: String, by member: Member
    ) throws {
        guard entry.mayBeSentBack, entry.revision == revision else {
            throw ApprovalFault.changed([entry.measure.facts.title])
        }
        try database.move(
            [entry.id], to: .sentBack, .sentBack, words: words, by: member.account.id, at: now)
        try record(.figuresSentBack, entry.subject, reason: words)
    }
}

extension [ReturnEntry] {
    /// Those that wait for approval by a member.
    func waiting(for member: Member) -> [ReturnEntry] {
        filter {
            $0.state == .submitted
                && member.account.may(.approveFigures, $0.measure.ownership)
        }
    }
}

extension ReturnEntry {
    /// Whether it waits for approval, or for publication.
    var mayBeSentBack: Bool { state == .submitted || state == .approved }
}
