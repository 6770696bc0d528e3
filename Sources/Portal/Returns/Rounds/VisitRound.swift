import Scorecard

/// A round as a lead sees it: the figures of it that they approve.
struct LeadRound {
    let round: CollectionRound
    let entries: [ReturnEntry]
    /// Whether it asks for nothing that they do not approve.
    let isWhole: Bool
}

extension Visit {
    /// The round of the address.
    ///
    /// - Throws: `Refusal.notFound`; `Refusal.forbidden` where the lead approves nothing of it.
    func leadRound(_ member: Member) throws -> LeadRound {
        let text = try parameter("round")
        guard let id = Int64(text), "\(id)" == text, let round = try database.round(id) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no round “\(text)”.", choicesHeading: "What there is",
                    choices: [Self.rounds]))
        }
        let all = try database.entries(.ofRound(id), on: settings.today())
        let own = all.filter { member.account.may(.approveFigures, $0.measure.ownership) }
        guard !own.isEmpty || all.isEmpty else { throw Refusal.forbidden(.approveFigures) }
        return LeadRound(round: round, entries: own, isWhole: own.count == all.count)
    }

    /// The same for what holds for all that it asks for.
    ///
    /// - Throws: `Refusal.forbidden`, too, where others approve some of it.
    func wholeRound(_ member: Member) throws -> LeadRound {
        let lead = try leadRound(member)
        guard lead.isWhole else { throw Refusal.forbidden(.approveFigures) }
        return lead
    }

    /// The list of rounds.
    static var rounds: Link { Link(href: ReturnLinks.rounds, label: "Collection rounds") }

    /// What a lead can ask for of a quarter in a round that closes on a day.
    func offer(
        of quarter: FinancialQuarter, closing: Day, to member: Member
    ) throws -> RoundOffer {
        let figures = try database.dueFigures(of: quarter, closing: closing)
        return RoundOffer(
            quarter: quarter,
            figures: figures.filter { member.account.may(.approveFigures, $0.ownership) },
            officers: FigureOfficers(try database.people()))
    }
}
