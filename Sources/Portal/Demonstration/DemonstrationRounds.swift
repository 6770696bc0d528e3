import Scorecard

/// Collects the figures of a demonstration, round by round, through the pages of returns.
struct DemonstrationRounds {
    let desk: DemonstrationDesk
    let folder: DemonstrationFolder

    /// Opens a round, has its figures entered, submitted and approved, and publishes them.
    func run(_ row: LoadRow) throws {
        let quarter = try row.text("quarter")
        try desk.clock.goOn(to: row.day("opened_on"))
        let round = try open(quarter, note: row.optional("note") ?? "")
        try desk.clock.goOn(to: row.day("entered_on"))
        let figures = try folder.figures().filter { try $0.text("quarter") == quarter }
        let returns = try enter(figures, round)
        try desk.clock.goOn(to: row.day("approved_on"))
        for id in returns { try approve(id) }
        try desk.clock.goOn(to: row.day("published_on"))
        try publish(round)
    }

    /// Changes a figure that is published, for a reason, and publishes it anew.
    func revise(_ row: LoadRow) throws {
        try desk.clock.goOn(to: row.day("begun_on"))
        let (code, period) = (try row.text("measure"), try row.text("period"))
        let entries = try desk.entries(.inStates([.published]))
        guard
            let entry = entries.first(where: {
                $0.measure.facts.code == code && "\($0.period)" == period
            })
        else { throw row.error("measure", "has no published figure of a return for \(period)") }
        let officer = try desk.browser(.officer)
        try officer.send(
            [("reason", row.text("revised_because"))], to: ReturnLinks.revise(entry))
        try type(row, into: entry, officer)
        try submit(entry.returnID, officer)
        try desk.clock.goOn(to: row.day("approved_on"))
        try approve(entry.returnID)
        try desk.clock.goOn(to: row.day("published_on"))
        try publish(entry.roundID)
    }

    private func open(_ quarter: String, note: String) throws -> Int64 {
        let page = AddressQuery(path: ReturnLinks.newRound, [("quarter", quarter)]).text
        let place = try desk.browser(.lead).send(
            [("note", note)], to: ReturnLinks.newRound, on: page)
        let path = place.prefix { $0 != "?" }
        guard let id = path.split(separator: "/").last.flatMap({ Int64($0) }) else {
            throw DemonstrationFault("opening a round leads to \(place)")
        }
        return id
    }

    /// Enters the figures and submits them; those that no row has are left blank.
    ///
    /// - Returns: The returns in which there are figures.
    private func enter(_ figures: [LoadRow], _ round: Int64) throws -> [Int64] {
        let officer = try desk.browser(.officer)
        let entries = try desk.entries(.ofRound(round))
        var returns: [Int64] = []
        for row in figures {
            let code = try row.text("measure")
            guard let entry = entries.first(where: { $0.measure.facts.code == code }) else {
                throw row.error("measure", "«\(code)» is not asked for in this round")
            }
            try type(row, into: entry, officer)
            if !returns.contains(entry.returnID) { returns.append(entry.returnID) }
        }
        for id in returns { try submit(id, officer) }
        return returns
    }

    /// Types a figure on its own page: numbers first, since what the page asks about depends on
    /// them, and then the words.
    private func type(
        _ row: LoadRow, into entry: ReturnEntry, _ officer: DemonstrationBrowser
    ) throws {
        let page = ReturnLinks.entry(entry)
        func control(_ field: EntryField) -> String { EntryForm.name(of: field, in: entry) }
        var numbers = row.typedNumbers.map { (name: control($0.field), text: $0.text) }
        let words = row.typedWords.map { (name: control($0.field), text: $0.text) }
        let answer = control(.rightBecause)
        numbers += words.filter { $0.name != answer }
        try officer.send(numbers + [("do", "draft")], to: page)
        var form = try officer.form(to: page)
        if let because = words.first(where: { $0.name == answer }) {
            try form.fill(control(.right), "yes")
            try form.fill(because.name, because.text)
        }
        try form.fill("do", "check")
        try officer.send(form)
    }

    /// Submits whatever is ready of a return.
    private func submit(_ id: Int64, _ officer: DemonstrationBrowser) throws {
        var form = try officer.form(to: ReturnLinks.check(id))
        for name in form.names where name.hasSuffix("-chosen") { try form.fill(name, "yes") }
        try form.fill(SubmitForm.declaration, "yes")
        try officer.send(form)
    }

    private func approve(_ id: Int64) throws {
        let lead = try desk.browser(.lead)
        var form = try lead.form(to: ReturnLinks.approval(id))
        let all = form.choices(ApprovalForm.figure)
        try form.fill(ApprovalForm.figure, all.joined(separator: "\n"))
        try lead.send(form)
    }

    private func publish(_ round: Int64) throws {
        try desk.browser(.lead).send([], to: ReturnLinks.publication(round))
    }
}
