import Mustache
import Scorecard

/// Which comments are looked at.
struct CommentFilter: Equatable {
    var portfolio: String?
    var state: CommitteeComment.State?

    /// Reads what was asked for.
    ///
    /// - Throws: `Refusal.notFound` for a portfolio or a state that there is not.
    init(portfolio: String?, state: String?, of portfolios: [String]) throws {
        if let portfolio, !portfolio.isEmpty {
            guard portfolios.contains(portfolio) else {
                throw Self.unknown("There are no comments on a portfolio called “\(portfolio)”.")
            }
            self.portfolio = portfolio
        }
        if let state, !state.isEmpty {
            guard let known = CommitteeComment.State(rawValue: state) else {
                throw Self.unknown("Comments cannot be chosen by “\(state)”.")
            }
            self.state = known
        }
    }

    private static func unknown(_ words: String) -> Refusal {
        .notFound(
            NotFound(
                what: words, choicesHeading: "What there is", choices: [EditionLinks.comments]))
    }

    /// Whether the filter lets a comment through: what is overdue is without an answer, too.
    func lets(_ comment: CommitteeComment, on day: Day) -> Bool {
        if let portfolio, comment.report.portfolio != portfolio { return false }
        guard let state else { return true }
        let own = comment.state(on: day)
        return own == state || (state == .open && own == .overdue)
    }

    var address: AddressQuery {
        AddressQuery(
            path: EditionLinks.comments.href,
            [("portfolio", portfolio ?? ""), ("state", state?.rawValue ?? "")])
    }
}

/// All that committees said of reports, what is not answered first.
struct CommentListPage: SheetPage {
    static let template = "committee/index"
    static let pageLength = 50
    let section: Section? = .reports
    var address: String? { EditionLinks.comments.href }
    let summary = "What committees said of our reports, and what was answered."
    /// In their order.
    let all: [CommitteeComment]
    let filter: CommentFilter
    let page: Pagination
    let today: Day

    /// - Throws: `Refusal.notFound` for a page that there is not.
    init(_ all: [CommitteeComment], _ filter: CommentFilter, page: String?, on today: Day) throws {
        self.all = all
        self.filter = filter
        self.today = today
        let number = try PageNumber.asked(page, of: filter.address)
        self.page = Pagination(
            count: all.count { filter.lets($0, on: today) }, pageLength: Self.pageLength, number)
        guard number <= self.page.pages else {
            throw PageNumber.refusal("\(number)", of: filter.address)
        }
    }

    static func portfolios(_ comments: [CommitteeComment]) -> [String] {
        Set(comments.map(\.report.portfolio)).sorted()
    }

    private var chosen: [CommitteeComment] { all.filter { filter.lets($0, on: today) } }

    var values: TemplateRecord {
        let chosen = chosen
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports].template,
            "href": .text(EditionLinks.comments.href),
            "hasAny": .flag(!all.isEmpty),
            "lede": .text(lede),
            "selects": .list([portfolioSelect, stateSelect].map(\.values)),
            "isFiltered": .flag(filter.portfolio != nil || filter.state != nil),
            "pageWords": .text(page.titleWords),
            "caption": .text(
                chosen.count == 1
                    ? "1 comment or request" : "\(chosen.count) comments and requests"),
            "hasRows": .flag(!chosen.isEmpty),
            "rows": .list(chosen[page.range].map(row)),
        ]
        values.append(
            contentsOf: page.values(filter.address, label: "Pages of committees’ comments"))
        return values
    }

    private var lede: String {
        let states = all.map { $0.state(on: today) }
        let (late, open) = (states.count { $0 == .overdue }, states.count { $0 != .answered })
        let answered = "\(states.count - open) answered"
        guard open > 0 else { return "All are answered: \(states.count) in all." }
        return
            "\(open) without an answer\(late > 0 ? ", \(late) of them overdue" : ""). \(answered)."
    }

    private var portfolioSelect: SelectSection {
        SelectSection(
            name: "portfolio", label: "Portfolio", all: "All portfolios", chosen: filter.portfolio,
            choices: Self.portfolios(all).map { ($0, $0) })
    }

    private var stateSelect: SelectSection {
        SelectSection(
            name: "state", label: "State", all: "Any state", chosen: filter.state?.rawValue,
            choices: CommitteeComment.State.allCases.map { ($0.rawValue, $0.words) })
    }

    private func row(_ comment: CommitteeComment) -> TemplateValue {
        let (record, state) = (comment.record, comment.state(on: today))
        return [
            "href": .text(EditionLinks.comment(comment.id)),
            "heading": .text(comment.heading),
            "words": .text(record.words.excerpt),
            "about": (comment.about?.words).template,
            "reportHref": .text(Links.report(comment.report.slug)),
            "report": .text(comment.report.title),
            "assigned": .text(record.assignedTo ?? "Nobody yet"),
            "due": .text(record.due?.label ?? "No date set"),
            "tag": .text(state.words),
            "look": .text(state.look),
            "late": state == .overdue ? (record.due?.lateness(on: today)).template : .absent,
            "answeredOn": (record.answeredOn?.label).template,
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "committee-comments",
            columns: [
                "comment", "kind", "portfolio", "report", "committee", "said_on", "measure_code",
                "measure", "words", "assigned_to", "due_on", "state", "answer", "answered_on",
            ],
            rows: chosen.map { comment in
                let record = comment.record
                return [
                    "\(comment.id)", record.kind.words, comment.report.portfolio,
                    comment.report.title, comment.report.board ?? "", record.saidOn.description,
                    comment.about?.code ?? "", comment.about?.title ?? "", record.words,
                    record.assignedTo ?? "", record.due?.description ?? "",
                    comment.state(on: today).words, record.answer ?? "",
                    record.answeredOn?.description ?? "",
                ]
            })
    }
}

extension String {
    /// The beginning of a text, whole words of it, for a list.
    fileprivate var excerpt: String {
        let most = 160
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > most else { return line }
        let beginning = line.prefix(most)
        return beginning[..<(beginning.lastIndex(of: " ") ?? beginning.endIndex)] + " …"
    }
}
