import HTTPServer
import Scorecard

/// Addresses of collection rounds, for the performance lead.
enum RoundRoutes {
    static func add(to routes: inout Routes) {
        routes.get(ReturnLinks.rounds, .approveFigures, list)
        routes.get(ReturnLinks.newRound, .approveFigures, new)
        routes.post(ReturnLinks.newRound, .approveFigures, open)
        routes.get("/rounds/:round", .approveFigures, show)
        RoundActRoutes.add(to: &routes)
        ReminderRoutes.add(to: &routes)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let today = visit.settings.today()
        let rounds = try visit.database.rounds(on: today) {
            member.account.may(.approveFigures, $0)
        }
        return try visit.page(RoundListPage(rounds: rounds, today: today))
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let lead = try visit.leadRound(member)
        let progress = RoundProgress(
            round: lead.round, entries: lead.entries,
            returns: try visit.database.returnTitles(ofRound: lead.round.id),
            strategies: try visit.database.scopeChoices().compactMap { choice in
                guard case .strategy(let slug) = choice.scope else { return nil }
                return (slug, choice.title)
            },
            officers: FigureOfficers(try visit.database.people()), today: visit.settings.today())
        return try visit.page(
            RoundPage(
                progress: progress, grouping: try grouping(request.query["by"], lead.round),
                choice: try choice(request.query["show"], progress), isWhole: lead.isWhole,
                done: request.query["done"].flatMap(RoundPage.Done.init)))
    }

    private static func grouping(
        _ text: String?, _ round: CollectionRound
    ) throws -> RoundProgress.Grouping {
        guard let text, !text.isEmpty else { return .byReturn }
        guard let grouping = RoundProgress.Grouping(rawValue: text) else {
            throw unknown("A round cannot be looked at by “\(text)”.", round)
        }
        return grouping
    }

    private static func choice(
        _ text: String?, _ progress: RoundProgress
    ) throws -> RoundProgress.Choice {
        guard let text, !text.isEmpty else { return progress.usualChoice }
        guard let choice = RoundProgress.Choice(rawValue: text) else {
            throw unknown("The figures of a round cannot be chosen by “\(text)”.", progress.round)
        }
        return choice
    }

    private static func unknown(_ words: String, _ round: CollectionRound) -> Refusal {
        .notFound(
            NotFound(what: words, choicesHeading: "What there is", choices: [round.link]))
    }

    private static func new(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let today = visit.settings.today()
        let taken = try visit.database.roundPeriods()
        let quarters = RoundQuarters(before: today, without: Set(taken.keys))
        let held = visit.heldFields.map { RoundForm($0) }
        let asked = held?.quarter ?? request.query["quarter"]
        guard let quarter = try asked.map({ try known($0, quarters, taken) }) ?? quarters.open.first
        else {
            return try visit.page(
                RoundFormPage(
                    quarters: quarters, offer: nil, form: RoundForm(Query(formEncoded: []))))
        }
        let dates = RoundQuarters.dates(of: quarter, on: today)
        let offer = try visit.offer(of: quarter, closing: dates.closesOn, to: member)
        let form = held ?? RoundForm(quarter, dates, ticked: offer.figures.filter(\.isUsual))
        return try visit.page(RoundFormPage(quarters: quarters, offer: offer, form: form))
    }

    /// The quarter that is asked for.
    private static func known(
        _ text: String, _ quarters: RoundQuarters, _ taken: [Period: Int64]
    ) throws -> FinancialQuarter {
        let quarter = FinancialQuarter(text)
        if let quarter, quarters.open.contains(quarter) { return quarter }
        if let quarter, let round = taken[.financialQuarter(quarter)] {
            throw Refusal.notFound(
                NotFound(
                    what: "There is a round for \(quarter.label) already.",
                    choicesHeading: "What there is",
                    choices: [Link(href: ReturnLinks.round(round), label: quarter.label)]))
        }
        throw Refusal.notFound(
            NotFound(
                what: "No round can be opened for “\(text)”.",
                choicesHeading: "Quarters that are over and have no round",
                choices: quarters.open.map {
                    Link(
                        href: AddressQuery(
                            path: ReturnLinks.newRound, [("quarter", $0.description)]
                        ).text, label: $0.label)
                }))
    }

    private static func open(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = RoundForm(visit.fields)
        do {
            return try visit.once {
                let plan = try plan(form, visit, member)
                let id = try visit.database.open(plan, by: member.account.id, at: visit.now)
                if let round = try visit.database.round(id) {
                    var members = round.members.members.map { ($0.name, $0.text) }
                    members.append(("figures", plan.figures.map(\.name).joined(separator: ", ")))
                    try visit.record(.roundOpened, round.subject, after: JSONObject(members))
                }
                return .seeOther(RoundPage.Done.opened.address(id))
            }
        } catch let faults as FieldFaults {
            return try again(visit, member, form, faults)
        }
    }

    /// What the form asks for, as things are now.
    ///
    /// - Throws: `FieldFaults`.
    private static func plan(
        _ form: RoundForm, _ visit: Visit, _ member: Member
    ) throws -> RoundPlan {
        let today = visit.settings.today()
        let taken = try visit.database.roundPeriods()
        let quarters = RoundQuarters(before: today, without: Set(taken.keys))
        guard let quarter = FinancialQuarter(form.quarter), quarters.open.contains(quarter) else {
            let isTaken = Period(form.quarter).map { taken[$0] != nil } ?? false
            let words =
                isTaken
                ? "There is a round for \(FinancialQuarter(form.quarter)?.label ?? "it") already. "
                    + "Choose another quarter"
                : "Choose a quarter that is over"
            throw FieldFaults(all: [FieldFault(field: "quarter", words: words)])
        }
        let terms = try form.terms(of: .financialQuarter(quarter), on: today).get()
        let offer = try visit.offer(of: quarter, closing: terms.dates.closesOn, to: member)
        return RoundPlan(
            period: .financialQuarter(quarter), opensOn: terms.dates.opensOn,
            closesOn: terms.dates.closesOn, note: terms.note, figures: try offer.chosen(form))
    }

    /// The form with what was typed; where its quarter is none any more, without measures.
    private static func again(
        _ visit: Visit, _ member: Member, _ form: RoundForm, _ faults: FieldFaults
    ) throws -> Response {
        let today = visit.settings.today()
        let taken = try visit.database.roundPeriods()
        let quarters = RoundQuarters(before: today, without: Set(taken.keys))
        let quarter = FinancialQuarter(form.quarter).flatMap {
            quarters.open.contains($0) ? $0 : nil
        }
        let offer = try quarter.map { quarter in
            let terms = form.terms(of: .financialQuarter(quarter), on: today)
            let closing = (try? terms.get())?.dates.closesOn
            let usual = RoundQuarters.dates(of: quarter, on: today).closesOn
            return try visit.offer(of: quarter, closing: closing ?? usual, to: member)
        }
        return try visit.page(
            RoundFormPage(quarters: quarters, offer: offer, form: form, faults: faults),
            status: .unprocessableContent)
    }
}
