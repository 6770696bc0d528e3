import HTTPServer
import Scorecard

/// Addresses of calendars of due dates.
enum CalendarRoutes {
    static func add(to routes: inout Routes) {
        routes.get(ReturnLinks.calendar, .useAccount, show)
        routes.post(ReturnLinks.calendar, .useAccount, keeping: .nothing, change)
        routes.get("/calendar/:token", .readAlways, feed)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let link = try visit.database.calendarLink(of: member.account.id)
        var page = page(member, link, shown: address(request, visit, link))
        page.isWithdrawn = request.query["done"] == "withdrawn"
        return try visit.page(page)
    }

    /// The calendar's address, if it was made by the form with this key in this session: then,
    /// and only then, it can be made again from both.
    private static func address(
        _ request: Request, _ visit: Visit, _ link: CalendarLink?
    ) -> String? {
        guard let token = visit.token, let key = request.query["key"] else { return nil }
        let secret = CalendarSecret(token, key: key)
        guard secret.digest == link?.digest else { return nil }
        let origin = visit.settings.origin
        let host = origin.isEmpty ? "\(request.scheme)://\(request.authority)" : origin
        return host + secret.path
    }

    private static func change(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        switch visit.fields["do"] {
        case "make" where isUseful(member): return try make(visit, member)
        case "withdraw": return try withdraw(visit, member)
        case "make":
            return try refuse(visit, member, "There would be nothing in your calendar")
        default:
            return try refuse(
                visit, member, "Choose whether to make an address or to withdraw it")
        }
    }

    private static func make(_ visit: Visit, _ member: Member) throws -> Response {
        guard let token = visit.token, let key = visit.submission?.key else {
            throw Refusal.forged
        }
        let secret = CalendarSecret(token, key: key)
        return try visit.once {
            let before = try visit.database.calendarLink(of: member.account.id)
            try visit.database.keep(
                calendarOf: member.account.id, digest: secret.digest, at: visit.now)
            try record(visit, member, before == nil ? "made" : "replaced")
            return .seeOther(AddressQuery(path: ReturnLinks.calendar, [("key", key)]).text)
        }
    }

    private static func withdraw(_ visit: Visit, _ member: Member) throws -> Response {
        try visit.once {
            if try visit.database.forgetCalendar(of: member.account.id) {
                try record(visit, member, "withdrawn")
            }
            return .seeOther(
                AddressQuery(path: ReturnLinks.calendar, [("done", "withdrawn")]).text)
        }
    }

    private static func record(_ visit: Visit, _ member: Member, _ what: String) throws {
        try visit.record(
            .calendarLinkChanged,
            TrailEntry.Subject(kind: .person, name: member.account.userName),
            after: JSONObject(["calendar address": what]))
    }

    private static func refuse(
        _ visit: Visit, _ member: Member, _ words: String
    ) throws -> Response {
        let link = try visit.database.calendarLink(of: member.account.id)
        var page = page(member, link, shown: nil)
        page.faults = .whole(words)
        return try visit.page(page, status: .unprocessableContent)
    }

    private static func page(
        _ member: Member, _ link: CalendarLink?, shown: String?
    ) -> CalendarPage {
        CalendarPage(
            link: link, shown: shown, isUseful: isUseful(member),
            isLead: member.account.may(.approveFigures))
    }

    private static func isUseful(_ member: Member) -> Bool {
        member.account.may(.enterFigures) || member.account.may(.approveFigures)
    }

    /// The calendar itself, for whoever knows its address.
    private static func feed(_ request: Request, _ visit: Visit) throws -> Response {
        guard let secret = CalendarSecret(try visit.parameter("token")),
            let account = try visit.database.calendarOwner(secret.digest)
        else { throw Refusal.notFound }
        let feed = CalendarFeed(
            account: account, returns: try visit.database.openReturns(),
            entries: try visit.database.entries(.open, on: visit.settings.today()),
            origin: visit.settings.origin)
        let calendar = CalendarText(
            title: "Returns – \(visit.settings.service)", events: feed.events)
        var response = Response(
            .ok, headers: ["Content-Type": "text/calendar; charset=utf-8"], body: calendar.bytes)
        response.headers.set("Content-Disposition", "inline; filename=\"returns.ics\"")
        // It is one person's own: only their program may keep it, and asks each time.
        response.headers.set("Cache-Control", "private, no-cache")
        response.headers.set("ETag", EntityTag.of(response.body))
        return response
    }
}
