import HTTPServer
import Scorecard

/// Addresses of what is done with one round: other dates, more measures, closing and reopening.
enum RoundActRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/rounds/:round/dates", .approveFigures, dates)
        routes.post("/rounds/:round/dates", .approveFigures, setDates)
        routes.get("/rounds/:round/measures", .approveFigures, measures)
        routes.post("/rounds/:round/measures", .approveFigures, addMeasures)
        routes.get("/rounds/:round/close", .approveFigures) { try ask(.close, $1, $2) }
        routes.post("/rounds/:round/close", .approveFigures) { try act(.close, $1, $2) }
        routes.get("/rounds/:round/reopen", .approveFigures) { try ask(.reopen, $1, $2) }
        routes.post("/rounds/:round/reopen", .approveFigures) { try act(.reopen, $1, $2) }
    }

    private static func dates(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let round = try visit.wholeRound(member).round
        let form = visit.heldFields.map { RoundForm($0) } ?? RoundForm(round)
        return try visit.page(RoundDatesPage(round: round, form: form))
    }

    private static func setDates(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = RoundForm(visit.fields)
        var (round, isClash) = (try visit.wholeRound(member).round, false)
        do {
            return try visit.once {
                round = try visit.wholeRound(member).round
                let terms = try form.terms(of: round.period, on: nil).get()
                guard terms != round.terms else {
                    return .seeOther(RoundPage.Done.changed.address(round.id))
                }
                isClash = form.revision != round.revision
                guard !isClash else { throw FieldFaults(all: []) }
                try visit.database.change(round.id, to: terms, at: visit.now)
                let changed = try visit.wholeRound(member).round
                try visit.record(
                    .roundChanged, round.subject, before: round.members, after: changed.members)
                return .seeOther(RoundPage.Done.changed.address(round.id))
            }
        } catch let faults as FieldFaults {
            return try visit.page(
                RoundDatesPage(round: round, form: form, faults: faults, isClash: isClash),
                status: isClash ? .conflict : .unprocessableContent)
        }
    }

    private static func measures(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let round = try openRound(visit, member)
        let form = RoundForm(visit.heldFields ?? Query(formEncoded: []))
        return try visit.page(
            RoundMeasuresPage(round: round, offer: try offer(round, visit, member), form: form))
    }

    private static func addMeasures(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = RoundForm(visit.fields)
        do {
            return try visit.once {
                let round = try openRound(visit, member)
                let figures = try offer(round, visit, member).chosen(form)
                let plan = RoundPlan(
                    period: round.period, opensOn: round.opensOn, closesOn: round.closesOn,
                    note: nil, figures: figures)
                try visit.database.add(plan, to: round.id)
                let names = figures.map(\.name).joined(separator: ", ")
                try visit.record(
                    .roundChanged, round.subject, after: JSONObject(["figures": names]))
                return .seeOther(RoundPage.Done.added.address(round.id))
            }
        } catch let faults as FieldFaults {
            let round = try openRound(visit, member)
            return try visit.page(
                RoundMeasuresPage(
                    round: round, offer: try offer(round, visit, member), form: form,
                    faults: faults),
                status: .unprocessableContent)
        }
    }

    /// The round of the address, for any lead: also one who approves nothing of it yet.
    private static func openRound(_ visit: Visit, _ member: Member) throws -> CollectionRound {
        let text = try visit.parameter("round")
        guard let id = Int64(text), "\(id)" == text, let round = try visit.database.round(id) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no round “\(text)”.", choicesHeading: "What there is",
                    choices: [Visit.rounds]))
        }
        guard round.state == .open else {
            throw Refusal.notFound(
                NotFound(
                    what: "Returns for \(round.period.label) are closed. Reopen the round to ask "
                        + "for more measures.", choicesHeading: "What there is",
                    choices: [round.link]))
        }
        return round
    }

    private static func offer(
        _ round: CollectionRound, _ visit: Visit, _ member: Member
    ) throws -> RoundOffer {
        guard case .financialQuarter(let quarter) = round.period else { throw Refusal.notFound }
        return try visit.offer(of: quarter, closing: round.closesOn, to: member)
    }

    private static func ask(
        _ act: RoundActPage.Act, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let (lead, today) = (try visit.wholeRound(member), visit.settings.today())
        return try visit.page(
            RoundActPage(
                act: act, round: lead.round, counts: RoundCounts(lead.entries, on: today),
                today: today))
    }

    /// Closes or reopens the round; one that is so already is left as it is.
    private static func act(
        _ act: RoundActPage.Act, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.once {
            let round = try visit.wholeRound(member).round
            let state: CollectionRound.State = act == .close ? .closed : .open
            if round.state != state {
                try visit.database.set(state, ofRound: round.id, at: visit.now)
                try visit.record(
                    act == .close ? .roundClosed : .roundReopened, round.subject,
                    before: JSONObject(["state": round.state.rawValue]),
                    after: JSONObject(["state": state.rawValue]))
            }
            let done: RoundPage.Done = act == .close ? .closed : .reopened
            return .seeOther(done.address(round.id))
        }
    }
}

extension CollectionRound {
    fileprivate var terms: RoundTerms {
        RoundTerms(dates: RoundDates(opensOn: opensOn, closesOn: closesOn), note: note)
    }
}
