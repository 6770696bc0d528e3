import Scorecard

/// Writes the reports of a demonstration, step by step through the pages of a draft, and records
/// what a committee says of them.
struct DemonstrationReports {
    let desk: DemonstrationDesk
    let folder: DemonstrationFolder

    /// Begins a report, fills in its steps and sends it for approval.
    func write(_ row: LoadRow) throws {
        try desk.clock.goOn(to: row.day("written_on"))
        let lead = try desk.browser(.lead)
        try lead.send(
            [
                ("portfolio", row.text("portfolio")), ("kind", row.text("kind")),
                ("quarter", row.text("quarter")), ("start", ReportStart.full.rawValue),
            ], to: EditionLinks.new)
        let slug = try slug(row)
        let texts = try folder.texts(of: row.text("report"))
        for step in EditionStep.allCases {
            let own = try texts.filter { try $0.text("step") == step.rawValue }
            if !own.isEmpty { try fill(step, own, slug, lead) }
        }
        try lead.send([], to: EditionLinks.submission(slug))
    }

    /// Has somebody else approve a report, which freezes it.
    func freeze(_ row: LoadRow) throws {
        try desk.clock.goOn(to: row.day("frozen_on"))
        let address = EditionLinks.approval(try slug(row))
        let approver = try desk.browser(.approver)
        let page = DrawnForm.all(try approver.open(address), at: address)
        guard let form = page.first(where: { $0.choices("act").contains("approve") }) else {
            throw DemonstrationFault("\(address) offers no approval")
        }
        try approver.send(form)
    }

    /// The file of a frozen report, as everyone sees it or as officers do.
    func document(_ row: LoadRow, forOfficers: Bool) throws -> [UInt8] {
        let (slug, version) = (try slug(row), EditionVersion.label(of: 1))
        return try desk.browser(.approver).open(
            forOfficers
                ? EditionLinks.officersDocument(slug, version)
                : EditionLinks.document(slug, version))
    }

    /// Records what a committee said of a report.
    func record(_ row: LoadRow) throws {
        try desk.clock.goOn(to: row.day("recorded_on"))
        let report = try row.text("report")
        guard let about = try folder.reports().first(where: { try $0.text("report") == report })
        else { throw row.error("report", "«\(report)» is not in reports.csv") }
        let typed = Self.commentColumns.map { name in
            (name: name, text: row.optional(name) ?? "")
        }
        try desk.browser(.lead).send(typed, to: EditionLinks.newComment(slug(about)))
    }

    /// Answers what a committee said.
    func answer(_ row: LoadRow, on day: Day) throws {
        try desk.clock.goOn(to: day)
        guard let id = try desk.comment(saying: row.text("words")) else {
            throw row.error("words", "were not recorded")
        }
        try desk.browser(.officer).send(
            [("answer", row.text("answer"))], to: EditionLinks.comment(id))
    }

    /// The columns of a comment, by the names that they have on the page.
    static let commentColumns = ["kind", "words", "said-on", "measure", "assigned", "due"]

    private func slug(_ row: LoadRow) throws -> String {
        let slug = try desk.slug(ofKind: row.text("kind"), quarter: row.text("quarter"))
        guard let slug else { throw row.error("report", "was not begun") }
        return slug
    }

    /// Fills in a step and saves it; where rows are typed that its tables do not have yet, saves
    /// what there is room for first, since saving gives more rows.
    ///
    /// A star at the end of a field stands for what the portal alone knows: the field is the first
    /// one whose name begins so.
    private func fill(
        _ step: EditionStep, _ rows: [LoadRow], _ slug: String, _ lead: DemonstrationBrowser
    ) throws {
        var form = try lead.form(to: EditionLinks.step(step, slug))
        var later: [LoadRow] = []
        for row in rows {
            let field = try row.text("field")
            let name =
                field.hasSuffix("*")
                ? form.names.first { $0.hasPrefix(field.dropLast()) } ?? field : field
            guard form.has(name) || later.count + 1 == rows.count else {
                later.append(row)
                continue
            }
            do {
                try form.fill(name, row.optional("text") ?? "")
            } catch let fault as DemonstrationFault {
                throw row.error("field", fault.description)
            }
        }
        if form.choices("do").contains("save") { try form.fill("do", "save") }
        try lead.send(form)
        if !later.isEmpty { try fill(step, later, slug, lead) }
    }
}
