import Scorecard

/// Why nothing was submitted or taken back.
struct SubmittingFault: Error {
    let faults: FieldFaults
    /// Whether it is because something has changed since the page was drawn.
    let isStale: Bool
}

extension Visit {
    /// Submits what was chosen of a return: all of it, or nothing.
    ///
    /// Within a transaction. Each figure is looked through once more: one that has changed since
    /// the page was drawn, or is not ready any more, is not submitted unseen.
    ///
    /// - Throws: `SubmittingFault` where something is in the way.
    func submit(_ form: SubmitForm, of atHand: ReturnAtHand, by member: Member) throws {
        let chosen = try chosen(form, of: atHand, "submit", by: member)
        let pasts = try database.pasts(of: chosen)
        var faults: [FieldFault] = []
        var isStale = false
        for entry in chosen {
            let check = EntryCheck(entry, pasts[entry.measure.facts.id] ?? EntryPast())
            guard let hindrance = form.hindrance(check) else { continue }
            isStale = isStale || hindrance.isStale
            faults.append(
                FieldFault(
                    field: SubmitForm.row(of: entry),
                    words: "\(entry.measure.facts.title) \(hindrance.words)"))
        }
        if !form.isDeclared {
            faults.append(
                FieldFault(
                    field: SubmitForm.declaration,
                    words: "Confirm that you have checked the figures"))
        }
        guard faults.isEmpty else {
            throw SubmittingFault(faults: FieldFaults(all: faults), isStale: isStale)
        }
        try move(chosen, to: .submitted, .submitted, .figuresSubmitted, by: member)
    }

    /// Takes back what was chosen of what waits for approval: all of it, or nothing.
    ///
    /// Within a transaction.
    ///
    /// - Throws: `SubmittingFault` where something is in the way.
    func withdraw(_ form: SubmitForm, of atHand: ReturnAtHand, by member: Member) throws {
        let chosen = try chosen(form, of: atHand, "take back", by: member)
        let faults = chosen.filter { !$0.isWithdrawable }.map { entry in
            let title = entry.measure.facts.title
            return FieldFault(
                field: "",
                words: entry.state == .submitted
                    ? "\(title) cannot be taken back, because returns are closed"
                    : "\(title) does not wait for approval any more: "
                        + entry.state.words.lowercasedFirst)
        }
        guard faults.isEmpty else {
            throw SubmittingFault(faults: FieldFaults(all: faults), isStale: true)
        }
        try move(chosen, to: .draft, .withdrawn, .figuresWithdrawn, by: member)
    }

    /// The entries that were ticked, each held against the member's roles.
    private func chosen(
        _ form: SubmitForm, of atHand: ReturnAtHand, _ act: String, by member: Member
    ) throws -> [ReturnEntry] {
        let chosen = atHand.entries.filter { form.revisions[$0.id] != nil }
        for entry in chosen { try member.require(.enterFigures, entry.measure.ownership) }
        guard !chosen.isEmpty else {
            let fault = FieldFault(field: "", words: "Choose at least one figure to \(act)")
            throw SubmittingFault(faults: FieldFaults(all: [fault]), isStale: false)
        }
        return chosen
    }

    private func move(
        _ entries: [ReturnEntry], to state: EntryState, _ event: EntryEvent,
        _ action: TrailAction, by member: Member
    ) throws {
        try database.move(
            entries.map(\.id), to: state, event, by: member.account.id, at: now)
        for entry in entries {
            try record(
                action, entry.subject,
                after: JSONObject(["revision": "\(entry.revision)"]))
        }
    }
}

extension SubmitForm {
    /// Why an entry that was chosen cannot be submitted, as the end of a sentence, and whether
    /// that has come about since the page was drawn.
    fileprivate func hindrance(_ check: EntryCheck) -> (words: String, isStale: Bool)? {
        let entry = check.entry
        if !entry.state.isOpen { return ("has been submitted already", true) }
        if !entry.isEditable { return ("cannot be submitted, because returns are closed", true) }
        if entry.revision != revisions[entry.id] {
            return ("has changed since you opened this page. Look at it once more", true)
        }
        return check.readiness == .ready ? nil : ("is not ready to be submitted", false)
    }
}

extension ReturnEntry {
    /// Whether its officer may take it back: nobody has approved it, and it can then be changed.
    var isWithdrawable: Bool { state == .submitted && (isRoundOpen || revisionReason != nil) }
}
