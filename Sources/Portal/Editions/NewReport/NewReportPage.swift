import Mustache
import Scorecard

/// A form for a new report, and the reports that are being written.
struct NewReportPage: Page {
    static let template = "editions/new"
    let section: Section? = .reports
    let address: String? = EditionLinks.new
    let summary = "Begin a report on a portfolio’s performance and resources."
    let offer: ReportOffer
    let form: NewReportForm
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        let portfolios = offer.portfolios
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports].template,
            "action": .text(EditionLinks.new),
            "portfolios": .list(portfolios.map { .text($0) }),
            "portfolioField": portfolioField(portfolios).values,
            "kinds": .list(kinds),
            "kindFault": faults["kind-agreement"].template,
            "titleField": FieldSection(
                name: "kind-title", label: "What it is called",
                hint: "Only for a report of your own.", value: form.kindTitle,
                fault: faults["kind-title"]
            ).values,
            "usual": .text(usual),
            "quarters": .list(
                offer.quarters.map { quarter in
                    [
                        "value": .text(quarter.description), "label": .text(quarter.label),
                        "chosen": .flag(quarter.description == form.quarter),
                    ]
                }),
            "quarterFault": faults["quarter"].template,
            "starts": .list(starts),
            "startFault": (faults["start-last"] ?? faults["start-full"]).template,
            "works": .list(works),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private func portfolioField(_ portfolios: [String]) -> FieldSection {
        FieldSection(
            name: "portfolio", label: "Portfolio",
            hint: portfolios.isEmpty
                ? "As councillors call it."
                : "As councillors call it: \(Wording.list(portfolios, "or")), or another. "
                    + "Editions of the same portfolio follow each other.",
            value: form.portfolio, fault: faults["portfolio"],
            list: portfolios.isEmpty ? nil : "portfolios")
    }

    private var kinds: [TemplateValue] {
        ReportKind.allCases.map { kind in
            [
                "id": .text("kind-\(kind.rawValue)"), "value": .text(kind.rawValue),
                "words": .text(kind == .other ? "Another report" : kind.words),
                "chosen": .flag(form.kind == kind.rawValue),
            ]
        }
    }

    /// Which quarter each report is on unless another is chosen.
    private var usual: String {
        let kinds: [ReportKind] = [.midYear, .thirdQuarter, .yearEnd]
        let parts = kinds.compactMap { kind in
            offer.usualQuarter(of: kind).map { "\($0.shortLabel) for a \(kind.words.lowercased())" }
        }
        return "As usual: \(Wording.list(parts, "and"))"
    }

    private var starts: [TemplateValue] {
        ReportStart.allCases.filter { $0 != .last || !offer.editions.isEmpty }.map { start in
            [
                "id": .text("start-\(start.rawValue)"), "value": .text(start.rawValue),
                "words": .text(start.words), "hint": .text(start.hint),
                "chosen": .flag(form.start == start.rawValue),
            ]
        }
    }

    /// The reports that are being written.
    private var works: [TemplateValue] {
        offer.editions.filter { !$0.state.isFrozen }.map { version in
            [
                "href": .text(EditionLinks.draft(version.edition.slug)),
                "title": .text(version.title),
                "version": .text(version.label),
                "look": .text(version.state == .draft ? "draft" : "wait"),
                "state": .text(version.state.words),
                "changed": version.changedAt.map {
                    .text("Changed on \(MomentWords.dayAndTime($0))")
                } ?? .absent,
            ]
        }
    }
}
