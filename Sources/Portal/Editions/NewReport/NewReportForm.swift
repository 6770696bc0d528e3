import HTTPServer
import Scorecard

/// What is typed and chosen of a report that is to be begun.
struct NewReportForm {
    var portfolio = ""
    var kind = ""
    var kindTitle = ""
    /// A quarter by its code; empty for the one that is usual for the kind.
    var quarter = ""
    var start = ""

    static let longest = 100

    init(_ sent: Query) {
        let form = StepForm(sent)
        portfolio = form.line("portfolio")
        kind = form.line("kind")
        kindTitle = form.line("kind-title")
        quarter = form.line("quarter")
        start = form.line("start")
    }

    /// The form as it is first drawn.
    init(_ offer: ReportOffer) {
        portfolio = offer.portfolios.count == 1 ? offer.portfolios[0] : ""
        kind = offer.usualKind?.rawValue ?? ""
        start = (offer.editions.isEmpty ? ReportStart.full : .last).rawValue
    }

    /// The report that is asked for, or what is wrong with it.
    func report(among offer: ReportOffer) -> Result<NewReport, FieldFaults> {
        var faults: [FieldFault] = []
        let portfolio = offer.spelling(of: portfolio)
        addPortfolioFault(&faults)
        let kind = ReportKind(rawValue: kind)
        if kind == nil {
            faults.append(
                FieldFault(field: "kind-agreement", words: "Choose which report it is"))
        }
        if kind == .other { addTitleFault(&faults) }
        let quarter = chosenQuarter(for: kind, among: offer)
        if quarter == nil {
            faults.append(
                FieldFault(field: "quarter", words: "Choose a quarter that is over"))
        }
        let content = content(for: portfolio, among: offer)
        if content == nil {
            faults.append(FieldFault(field: startField(offer), words: startFault))
        }
        guard faults.isEmpty, let kind, let quarter, let content else {
            return .failure(FieldFaults(all: faults))
        }
        return .success(
            NewReport(
                portfolio: portfolio, kind: kind, kindTitle: kind == .other ? kindTitle : nil,
                quarter: quarter, content: content))
    }

    private func addPortfolioFault(_ faults: inout [FieldFault]) {
        let words: String
        if portfolio.isEmpty {
            words = "Enter the portfolio that the report is on"
        } else if portfolio.count > Self.longest {
            words =
                "Portfolio must be \(Self.longest) characters or fewer. It has \(portfolio.count)"
        } else {
            return
        }
        faults.append(FieldFault(field: "portfolio", words: words))
    }

    private func addTitleFault(_ faults: inout [FieldFault]) {
        let words: String
        if kindTitle.isEmpty {
            words = "Enter what the partnership calls the report"
        } else if kindTitle.count > Self.longest {
            words =
                "What it is called must be \(Self.longest) characters or fewer. It has "
                + "\(kindTitle.count)"
        } else {
            return
        }
        faults.append(FieldFault(field: "kind-title", words: words))
    }

    private func chosenQuarter(
        for kind: ReportKind?, among offer: ReportOffer
    ) -> FinancialQuarter? {
        // Without a kind, that is what is to be mended.
        if quarter.isEmpty { return kind.map(offer.usualQuarter) ?? offer.quarters.first }
        return FinancialQuarter(quarter).flatMap { offer.quarters.contains($0) ? $0 : nil }
    }

    /// What the report holds from the start; `nil` where there is nothing to begin with.
    private func content(for portfolio: String, among offer: ReportOffer) -> EditionContent? {
        var content = EditionContent()
        switch ReportStart(rawValue: start) {
        case .last:
            guard let last = offer.last(of: portfolio) else { return nil }
            for field in NewReport.copied { content[field] = last.content[field] }
        case .full: content[.touch] = "full"
        case .light: content[.touch] = "light"
        case nil: return nil
        }
        // Where one board alone receives such reports, there is nothing to choose.
        if content[.board].isEmpty, offer.recipients.count == 1 {
            content[.board] = offer.recipients[0].slug
        }
        return content
    }

    private var startFault: String {
        ReportStart(rawValue: start) == .last
            ? "There is no earlier report on this portfolio. Choose a full report or light touch"
            : "Choose what to start from"
    }

    private func startField(_ offer: ReportOffer) -> String {
        offer.editions.isEmpty ? "start-full" : "start-last"
    }
}
