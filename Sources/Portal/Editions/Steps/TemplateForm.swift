import HTTPServer

/// What a report is to show: how much, which sections and columns, which scorecards in which
/// order, and which of their measures.
struct TemplateForm {
    let touch: String
    let sections: Set<String>
    let columns: Set<String>
    /// The slugs of the scorecards that are ticked.
    let scorecards: Set<String>
    /// What is typed as their places, by slug.
    let places: [String: String]
    /// The codes of measures left out and of those featured.
    let without: Set<String>
    let featured: Set<String>
    /// The codes of the measures that were in the form: nothing is said of others.
    let listed: [String]

    static let sectionMark = "section/"
    static let columnMark = "column/"
    static let scorecardMark = "scorecard/"
    static let placeMark = "place/"
    static let withoutMark = "without/"
    static let featuredMark = "featured/"
    /// The highest place that can be given.
    private static let mostPlaces = 999

    init(_ sent: Query) {
        let form = StepForm(sent)
        touch = form.line(EditionField.touch.name)
        sections = form.ticked(Self.sectionMark)
        columns = form.ticked(Self.columnMark)
        scorecards = form.ticked(Self.scorecardMark)
        without = form.ticked(Self.withoutMark)
        featured = form.ticked(Self.featuredMark)
        listed = form.text("listed").items
        var places: [String: String] = [:]
        for pair in sent.pairs where pair.name.hasPrefix(Self.placeMark) {
            let slug = String(pair.name.dropFirst(Self.placeMark.count))
            places[slug] = form.line(pair.name)
        }
        self.places = places
    }

    /// The form as a draft has it.
    init(_ content: EditionContent, _ choices: EditionChoices) {
        let template = EditionTemplate(content)
        touch = template.isLightTouch ? "light" : "full"
        sections = Set(template.sections.map(\.rawValue))
        columns = Set(template.columns.map(\.rawValue))
        scorecards = Set(choices.chosen.map(\.slug))
        places = Dictionary(
            choices.chosen.enumerated().map { ($0.element.slug, "\($0.offset + 1)") }
        ) { first, _ in first }
        without = template.withoutMeasures
        featured = template.featured
        listed = choices.codes
    }

    /// The texts to be kept, or what is wrong.
    ///
    /// - Parameters:
    ///   - choices: What there is to choose from.
    ///   - content: What the draft holds; what the form did not list stays.
    /// - Returns: Texts, or faults.
    func texts(
        _ choices: EditionChoices, _ content: EditionContent
    ) -> Result<[EditionField: String], FieldFaults> {
        var faults: [FieldFault] = []
        if touch != "full", touch != "light" {
            faults.append(
                FieldFault(field: "touch-full", words: "Choose full report or light touch"))
        }
        if ReportSection.allCases.allSatisfy({ !sections.contains($0.rawValue) }) {
            faults.append(
                FieldFault(
                    field: Self.sectionMark + ReportSection.allCases[0].rawValue,
                    words: "Select at least one section"))
        }
        let chosen = choices.scorecards.map(\.slug).filter(scorecards.contains)
        if chosen.isEmpty {
            faults.append(
                FieldFault(
                    field: choices.scorecards.first.map { Self.scorecardMark + $0.slug } ?? "",
                    words: "Select at least one scorecard"))
        }
        faults += choices.scorecards.filter { scorecards.contains($0.slug) }.compactMap(placeFault)
        if ReportColumn.allCases.allSatisfy({ !columns.contains($0.rawValue) }) {
            faults.append(
                FieldFault(
                    field: Self.columnMark + ReportColumn.allCases[0].rawValue,
                    words: "Select at least one column"))
        }
        faults += choices.groups.flatMap(\.measures).compactMap(choiceFault)
        guard faults.isEmpty else { return .failure(FieldFaults(all: faults)) }
        return .success([
            .touch: touch,
            .withoutSections: Self.lines(
                ReportSection.allCases.map(\.rawValue).filter { !sections.contains($0) }),
            .columns: Self.lines(ReportColumn.allCases.map(\.rawValue).filter(columns.contains)),
            .scorecards: Self.lines(ordered(chosen)),
            .withoutMeasures: merged(without, .withoutMeasures, choices, content),
            .featured: merged(featured, .featured, choices, content),
        ])
    }

    private func placeFault(_ heading: ScorecardHeading) -> FieldFault? {
        let typed = places[heading.slug] ?? ""
        if typed.isEmpty { return nil }
        if let place = Int(typed), (1...Self.mostPlaces).contains(place) { return nil }
        return FieldFault(
            field: Self.placeMark + heading.slug,
            words: "Place of \(heading.title) must be a whole number, like 2")
    }

    private func choiceFault(_ measure: MeasureFacts) -> FieldFault? {
        guard without.contains(measure.code), featured.contains(measure.code) else { return nil }
        return FieldFault(
            field: Self.featuredMark + measure.code,
            words: "Choose whether \(measure.title) is left out or featured, not both")
    }

    /// The scorecards by their places; those without one come last, in the catalogue's order.
    private func ordered(_ slugs: [String]) -> [String] {
        slugs.enumerated().sorted { first, second in
            let (one, other) = (place(of: first.element), place(of: second.element))
            return (one, first.offset) < (other, second.offset)
        }.map(\.element)
    }

    private func place(of slug: String) -> Int {
        places[slug].flatMap { Int($0) } ?? Self.mostPlaces + 1
    }

    /// Those that the form did not list, and those that are ticked in it.
    private func merged(
        _ ticked: Set<String>, _ field: EditionField, _ choices: EditionChoices,
        _ content: EditionContent
    ) -> String {
        let known = Set(choices.codes)
        let others = content.items(field).filter { !listed.contains($0) || !known.contains($0) }
        return Self.lines(
            others + choices.codes.filter { listed.contains($0) && ticked.contains($0) })
    }

    private static func lines(_ items: [String]) -> String { items.joined(separator: "\n") }
}
