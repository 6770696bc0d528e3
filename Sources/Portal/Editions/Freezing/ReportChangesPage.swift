import Mustache

/// What a frozen version shows differently from the one it corrects, and from the report before.
struct ReportChangesPage: SheetPage {
    static let template = "editions/changes"
    /// A table on the page has no more rows than this; the files have all.
    private static let most = 300

    let section: Section? = .reports
    let version: EditionVersion
    var comparisons: [Comparison] = []

    /// With what a version is compared.
    enum Kind {
        case corrected
        case followed
    }

    /// A version and how it differs from an earlier one.
    struct Comparison {
        let kind: Kind
        let earlier: EditionVersion
        let differences: ReportDifferences

        fileprivate var heading: String {
            switch kind {
            case .corrected: "Since version \(earlier.label) of this report"
            case .followed: "Since “\(earlier.title)”, version \(earlier.label)"
            }
        }
    }

    private var slug: String { version.edition.slug }
    var address: String? { EditionLinks.changes(slug, version.label) }
    var summary: String {
        "What \(version.title), version \(version.label), shows differently from earlier reports."
    }

    var sheet: Sheet {
        Sheet(
            name: "\(slug)-\(version.label)-differences",
            columns: [
                "compared_with", "section", "subject", "subject_title", "name", "old", "new",
            ],
            rows: comparisons.flatMap { comparison in
                let name = "\(comparison.earlier.edition.slug) \(comparison.earlier.label)"
                return comparison.differences.entries.map { entry in
                    [
                        name, entry.section, entry.subject, entry.subjectTitle, entry.name,
                        entry.old ?? "", entry.new ?? "",
                    ]
                }
            })
    }

    var values: TemplateRecord {
        [
            "crumbs": version.crumbs.template,
            "title": .text(version.title),
            "version": .text(version.label),
            "reason": version.reason.template,
            "comparisons": .list(comparisons.enumerated().map(Self.values)),
        ]
    }

    private static func values(_ index: Int, _ comparison: Comparison) -> TemplateValue {
        let entries = comparison.differences.entries
        let earlier = comparison.earlier
        return [
            "id": .text("since-\(index + 1)"),
            "heading": .text(comparison.heading),
            "earlierHref": .text(EditionLinks.document(earlier.edition.slug, earlier.label)),
            "count": .text(
                entries.isEmpty
                    ? "Every value is the same."
                    : "\(entries.count.counted("value")) "
                        + (entries.count == 1 ? "differs." : "differ.")),
            "hasRows": .flag(!entries.isEmpty),
            "more": entries.count > most
                ? .text(
                    "And \((entries.count - most).counted("value")) more, which are in the files "
                        + "below.") : .absent,
            "rows": .list(
                entries.prefix(most).map { entry in
                    [
                        "section": .text(ReportFactWords.section(entry.section)),
                        "subject": .text(entry.subjectTitle),
                        "name": .text(ReportFactWords.name(entry.name)),
                        "old": entry.old.template, "new": entry.new.template,
                    ]
                }),
        ]
    }
}
