import Mustache

/// Everything that a frozen version shows, value by value.
struct ReportFiguresPage: SheetPage {
    static let template = "editions/figures"
    static let pageLength = 100

    let section: Section? = .reports
    let version: EditionVersion
    let facts: [ReportFact]
    let pagination: Pagination

    private var slug: String { version.edition.slug }
    var address: String? { EditionLinks.figures(slug, version.label) }
    var summary: String { "Everything that \(version.title), version \(version.label), shows." }

    /// All of it, whichever page is looked at.
    var sheet: Sheet {
        Sheet(
            name: "\(slug)-\(version.label)-values",
            columns: ["section", "subject", "subject_title", "name", "text"],
            rows: facts.map { [$0.section, $0.subject, $0.subjectTitle, $0.name, $0.text] })
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": version.crumbs.template,
            "title": .text(version.title),
            "version": .text(version.label),
            "pageWords": .text(pagination.titleWords),
            "withdrawn": (version.frozen?.withdrawal?.words).template,
            "count": .text(facts.count.counted("value")),
            "groups": .list(groups.enumerated().map(Self.values)),
            "readHref": .text(EditionLinks.document(slug, version.label)),
        ]
        values.append(
            contentsOf: pagination.values(
                AddressQuery(path: address ?? "", []), label: "Pages of values"))
        return values
    }

    /// The values of the page, by section.
    private var groups: [[ReportFact]] {
        var groups: [[ReportFact]] = []
        for fact in facts[pagination.range] {
            if groups.last?.first?.section == fact.section {
                groups[groups.count - 1].append(fact)
            } else {
                groups.append([fact])
            }
        }
        return groups
    }

    private static func values(_ index: Int, _ facts: [ReportFact]) -> TemplateValue {
        [
            "id": .text("section-\(index + 1)"),
            "title": .text(ReportFactWords.section(facts.first?.section ?? "")),
            "facts": .list(
                facts.map { fact in
                    [
                        "subject": .text(fact.subjectTitle),
                        "name": .text(ReportFactWords.name(fact.name)), "text": .text(fact.text),
                    ]
                }),
        ]
    }
}
