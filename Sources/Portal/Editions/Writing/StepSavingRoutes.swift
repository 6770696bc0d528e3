import HTTPServer

/// Where what was chosen between two changes of one field is sent, whatever step it is of.
enum ChoiceRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/choice", .writeReports, show)
        routes.post("/reports/:report/draft/choice", .writeReports, save)
    }

    /// What was chosen when the session was over; there is nothing to see without that.
    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        guard let held = visit.heldFields, let form = ChoiceForm(held) else {
            return .seeOther(EditionLinks.draft(version.edition.slug))
        }
        return try visit.page(
            EditionClashPage(
                version: version, step: form.step, base: form.base, clashes: [],
                rest: form.fields, words: try visit.editionWords))
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        guard let form = ChoiceForm(visit.fields) else {
            throw Refusal.badRequest("The form does not say which step it is of.")
        }
        return try visit.finish(form.step, form.fields, base: form.base, by: member)
    }
}

/// What was chosen of each field.
struct ChoiceForm {
    let step: EditionStep
    let base: Int?
    let fields: [EditionField: String]

    static let mark = "field/"

    /// Reads what was sent; names that the step does not have are nobody's.
    init?(_ sent: Query) {
        guard let step = EditionStep(rawValue: sent["step"] ?? "") else { return nil }
        self.step = step
        base = sent["revision"].flatMap { Int($0) }
        var fields: [EditionField: String] = [:]
        for pair in sent.pairs where pair.name.hasPrefix(Self.mark) {
            let field = EditionField(name: String(pair.name.dropFirst(Self.mark.count)))
            guard field.step == step, fields[field] == nil else { continue }
            fields[field] = EntryForm.normalised(pair.value)
        }
        self.fields = fields
    }
}

extension Visit {
    /// Keeps what a step of writing a report holds, and leads on: to the list of steps, or to the
    /// next step where that is asked for.
    ///
    /// `fields` are those of the step's form, and `base` the revision that it was drawn from. What
    /// cannot be kept is shown again, so that nothing of it is lost.
    func finish(
        _ step: EditionStep, _ fields: [EditionField: String], base: Int?, by member: Member
    ) throws -> Response {
        try once {
            let slug = try parameter("report")
            let latest = try database.versions(ofEdition: slug).first
            // A form of an earlier version has other ground.
            let isOther = self.fields["version"].map { $0 != latest?.id.description } ?? false
            guard let version = latest, version.state == .draft, !isOther else {
                return try locked(latest, step, fields)
            }
            guard let base else {
                throw Refusal.badRequest("The form does not say which draft it was drawn from.")
            }
            switch try save(fields, of: version, base: base, by: member) {
            case .saved(let merged): return .seeOther(address(after: step, slug, merged))
            case .clash(let clash):
                return try page(
                    EditionClashPage(clash, step, fields, try editionWords), status: .conflict)
            case .locked: return try locked(version, step, fields)
            }
        }
    }

    /// Whether the report in the address is still being written, so that there is something to
    /// hold a form against; of one that is not, `finish` shows what was typed.
    var isReportInWork: Bool {
        get throws {
            let latest = try database.versions(ofEdition: parameter("report")).first
            return latest.map { !$0.state.isFrozen } ?? false
        }
    }

    /// Where a step that is kept leads.
    private func address(after step: EditionStep, _ slug: String, _ isMerged: Bool) -> String {
        let merged = isMerged ? [("merged", "1")] : []
        if fields["do"] == "next", let next = step.next {
            return AddressQuery(
                path: EditionLinks.step(next, slug), [("saved", step.rawValue)] + merged
            ).text
        }
        return AddressQuery(
            path: EditionLinks.draft(slug), [("done", step.rawValue)] + merged
        ).text
    }

    /// Shows what was typed into a draft that takes no changes, and why it takes none.
    private func locked(
        _ version: EditionVersion?, _ step: EditionStep, _ fields: [EditionField: String]
    ) throws -> Response {
        let submitter = try version?.submittedBy.flatMap { try database.name(ofPerson: $0) }
        return try page(
            EditionLockedPage(
                version: version, slug: parameter("report"), step: step, typed: fields,
                submitter: submitter, words: editionWords),
            status: .conflict)
    }

    /// Draws the page of a step, or tells why the draft takes no changes now.
    func drawn(
        _ step: EditionStep, _ draw: (EditionVersion) throws -> Response
    ) throws -> Response {
        let version = try versionInWork()
        guard version.state == .draft else {
            let submitter = try version.submittedBy.flatMap { try database.name(ofPerson: $0) }
            return try page(
                EditionLockedPage(
                    version: version, slug: version.edition.slug, step: step, typed: [:],
                    submitter: submitter, words: EditionWords(titles: [:])))
        }
        return try draw(version)
    }

    fileprivate var editionWords: EditionWords {
        get throws { EditionWords(titles: try database.titlesOfBoardsAndScorecards()) }
    }
}

extension Visit {
    /// The frame of a step's form: as it is drawn first, or again from what was held.
    func frame(_ step: EditionStep, of version: EditionVersion) -> StepFrame {
        let held = heldFields.map { StepForm($0) }
        return StepFrame(
            version: version, step: step, drawnVersion: held?.version, base: held?.base,
            saved: query["saved"].flatMap { EditionStep(rawValue: $0) },
            isMerged: query["merged"] == "1")
    }

    /// The frame of a step's form that is drawn again with what is wrong.
    func frame(
        _ step: EditionStep, of version: EditionVersion, with faults: FieldFaults
    ) -> StepFrame {
        let form = StepForm(fields)
        return StepFrame(
            version: version, step: step, drawnVersion: form.version, base: form.base,
            faults: faults)
    }
}
