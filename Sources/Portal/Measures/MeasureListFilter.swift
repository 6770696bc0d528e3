import Scorecard

/// Which measures a reader asked to see, and in which order, as the address says it.
struct MeasureListFilter: Equatable {
    /// What the list is in the order of.
    enum Order: String, CaseIterable {
        case name
        case status
        case change
    }

    /// One status, or all that are not judgements.
    enum Status: Equatable {
        case one(TargetStatus)
        case notJudged

        static let all: [Status] =
            TargetStatus.allCases.filter(\.isJudged).map(Status.one) + [.notJudged]
            + TargetStatus.allCases.filter { !$0.isJudged }.map(Status.one)

        /// The word of addresses.
        var code: String {
            switch self {
            case .one(let status): status.rawValue
            case .notJudged: "none"
            }
        }

        var words: String {
            switch self {
            case .one(let status): status.words
            case .notJudged: "Not judged, for any reason"
            }
        }

        func includes(_ status: TargetStatus) -> Bool {
            switch self {
            case .one(let one): one == status
            case .notJudged: !status.isJudged
            }
        }
    }

    /// What was typed to search within the list.
    var typed = ""
    /// The slugs of what measures must belong to.
    var facets: [MeasureFacet: String] = [:]
    var frequency: Frequency?
    var kind: MeasureKind?
    var status: Status?
    var order = Order.name

    /// Whether all measures are shown.
    var isEverything: Bool {
        typed.isEmpty && facets.isEmpty && frequency == nil && kind == nil && status == nil
    }

    /// The address that says all this, of the first page.
    var address: AddressQuery {
        AddressQuery(
            path: Links.measures.href,
            [("q", typed)] + MeasureFacet.allCases.map { ($0.rawValue, facets[$0] ?? "") } + [
                ("frequency", frequency?.rawValue ?? ""), ("kind", kind?.rawValue ?? ""),
                ("status", status?.code ?? ""), ("sort", order == .name ? "" : order.rawValue),
            ])
    }

    /// The same measures in another order.
    func sorted(by order: Order) -> MeasureListFilter {
        var other = self
        other.order = order
        return other
    }
}

extension MeasureListFilter.Order {
    /// The order as titles tell it.
    var words: String {
        switch self {
        case .name: "from A to Z"
        case .status: "by status"
        case .change: "by change"
        }
    }
}

extension Frequency {
    /// How often, in the room of a choice.
    var shortWords: String {
        switch self {
        case .quarterly: "Every quarter"
        case .termly: "Every school term"
        case .annual: "Every year"
        case .monthly: "Every month"
        case .survey: "When a survey is held"
        case .irregular: "At no fixed time"
        case .asParts: "With the measures it is made of"
        case .toBeDefined: "Not yet decided"
        }
    }
}

extension MeasureKind {
    /// Where the measure comes from, in the room of a choice.
    var shortWords: String {
        switch self {
        case .named: "Named by a strategy"
        case .implied: "Implied by a strategy"
        case .fact: "Survey finding in a strategy"
        case .context: "Context"
        case .derived: "Gap, worked out from others"
        }
    }
}
