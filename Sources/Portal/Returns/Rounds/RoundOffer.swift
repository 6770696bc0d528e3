import Scorecard

/// The figures that a lead can ask for, and who enters them.
struct RoundOffer {
    let quarter: FinancialQuarter
    /// Those of the measures that the lead approves.
    let figures: [DueFigure]
    let officers: FigureOfficers

    /// Those that are ticked.
    ///
    /// - Throws: `FieldFaults` where there is none, or one that cannot be asked for.
    func chosen(_ form: RoundForm) throws -> [DueFigure] {
        let chosen = figures.filter { form.ticked.contains($0.name) }
        guard !form.ticked.isEmpty else {
            throw FieldFaults(
                all: [FieldFault(field: field, words: "Choose at least one measure")])
        }
        guard chosen.count == form.ticked.count else {
            let words =
                "Some of what was ticked cannot be asked for: it is asked for already, not due or "
                + "not yours. Check the list, which is as it is now"
            throw FieldFaults(all: [FieldFault(field: field, words: words)])
        }
        return chosen
    }

    /// The control to which faults of the list lead.
    private var field: String { figures.first.map(RoundForm.name(of:)) ?? "" }
}

/// The quarters for which a round can be opened.
struct RoundQuarters {
    /// How far back quarters are offered.
    static let most = 8

    /// Those that are over and have no round yet, latest first.
    let open: [FinancialQuarter]

    init(before today: Day, without taken: Set<Period>) {
        var next = FinancialQuarter(containing: today)?.predecessor
        var open: [FinancialQuarter] = []
        for _ in 0..<Self.most {
            guard let quarter = next else { break }
            if !taken.contains(.financialQuarter(quarter)) { open.append(quarter) }
            next = quarter.predecessor
        }
        self.open = open
    }

    /// From when to when a round is open unless its lead says otherwise.
    ///
    /// It closes when quarters are due, and where that has passed there is a fortnight.
    static func dates(of quarter: FinancialQuarter, on today: Day) -> RoundDates {
        let closing = quarter.end.adding(days: 45)
        return RoundDates(
            opensOn: today,
            closesOn: closing > today ? closing : today.adding(days: 14))
    }
}
