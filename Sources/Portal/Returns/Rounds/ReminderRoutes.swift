import HTTPServer
import Scorecard

/// Addresses of reminders of what is due in a round.
enum ReminderRoutes {
    private static let pattern = "/rounds/:round/reminders"

    static func add(to routes: inout Routes) {
        routes.get(pattern, .approveFigures, show)
        routes.post(pattern, .approveFigures, send)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = visit.heldFields.map(ReminderForm.init)
        var page = try page(request, visit, member)
        page.ticked = form?.ticked ?? []
        page.isDone = request.query["done"] != nil
        return try visit.page(page)
    }

    /// Sends reminders: notes first who is reminded, then hands the mails over, while nobody who
    /// writes has to wait, and notes what became of each.
    private static func send(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ReminderForm(visit.fields)
        var begun: [Reminder] = []
        let response: Response
        do {
            response = try visit.once {
                begun = try begin(form, visit, member)
                return .seeOther(try address(visit))
            }
        } catch let faults as FieldFaults {
            var page = try page(request, visit, member)
            page.ticked = form.ticked
            page.faults = faults
            return try visit.page(page, status: .unprocessableContent)
        }
        try post(request, visit).send(begun) { reminder, problem in
            try visit.together {
                try visit.database.finish(
                    reminderOf: reminder.person.id, ofRound: reminder.round.id, at: visit.now,
                    problem: problem)
            }
        }
        return response
    }

    private static func begin(
        _ form: ReminderForm, _ visit: Visit, _ member: Member
    ) throws -> [Reminder] {
        let lead = try visit.leadRound(member)
        let (round, today) = (lead.round, visit.settings.today())
        guard visit.settings.sendmail != nil else {
            throw FieldFaults.whole(
                "This portal sends no mail. Copy the addresses, or use the links")
        }
        guard round.isOpen(on: today) else {
            throw FieldFaults.whole(
                round.closedWords
                    ?? "Returns for \(round.period.label) open on \(round.opensOn.label)")
        }
        let officers = FigureOfficers(try visit.database.people())
        let chosen = try form.chosen(Reminder.all(round, lead.entries, officers, on: today))
        let begun = try chosen.filter { reminder in
            try visit.database.begin(
                reminderOf: reminder.person.id, ofRound: round.id, at: visit.now)
        }
        if !begun.isEmpty {
            let people = begun.map(\.person.userName).joined(separator: ", ")
            try visit.record(
                .remindersSent, round.subject, after: JSONObject(["people": people]))
        }
        return begun
    }

    private static func address(_ visit: Visit) throws -> String {
        AddressQuery(path: visit.path, [("done", "sent")]).text
    }

    private static func page(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> ReminderPage {
        let lead = try visit.leadRound(member)
        let officers = FigureOfficers(try visit.database.people())
        return ReminderPage(
            round: lead.round,
            reminders: Reminder.all(
                lead.round, lead.entries, officers, on: visit.settings.today()),
            sent: try visit.database.reminders(ofRound: lead.round.id),
            post: post(request, visit),
            lonely: lead.entries.count {
                $0.state.isOpen && officers.covering($0.measure.ownership).isEmpty
            })
    }

    private static func post(_ request: Request, _ visit: Visit) -> ReminderPost {
        let origin = visit.settings.origin
        let host = origin.isEmpty ? "\(request.scheme)://\(request.authority)" : origin
        return ReminderPost(
            settings: visit.settings, now: visit.now, address: host + ReturnLinks.returns)
    }
}
