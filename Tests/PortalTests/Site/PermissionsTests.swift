import HTTPServer
import SQLite
import Testing

@testable import Portal

/// The door: which address asks for what, and that it really does.
///
/// Who adds a route adds a row to the first table, and nothing else.
@Suite struct PermissionsTests {
    /// Every route with what it asks.
    private static let table: [(method: HTTPServer.Method, pattern: String, demand: Demand)] = [
        (.get, "/", .open(.readPublished)),
        (.get, "/attention", .open(.readPublished)),
        (.get, "/changes", .open(.readPublished)),
        (.get, "/scorecards", .open(.readPublished)),
        (.get, "/scorecards/:scorecard", .open(.readPublished)),
        (.get, "/scorecards/boards/:board", .open(.readPublished)),
        (.get, "/scorecards/themes/:theme", .open(.readPublished)),
        (.get, "/inequality", .open(.readPublished)),
        (.get, "/scorecards/:scorecard/grid", .open(.readPublished)),
        (.get, "/scorecards/:scorecard/compare", .open(.readPublished)),
        (.get, "/scorecards/:scorecard/inequality", .open(.readPublished)),
        (.get, "/scorecards/boards/:board/grid", .open(.readPublished)),
        (.get, "/scorecards/boards/:board/compare", .open(.readPublished)),
        (.get, "/scorecards/boards/:board/inequality", .open(.readPublished)),
        (.get, "/scorecards/themes/:theme/grid", .open(.readPublished)),
        (.get, "/scorecards/themes/:theme/compare", .open(.readPublished)),
        (.get, "/scorecards/themes/:theme/inequality", .open(.readPublished)),
        (.get, "/measures", .open(.readPublished)),
        (.get, "/measures/:measure", .open(.readPublished)),
        (.get, "/measures/:measure/history", .open(.readPublished)),
        (.get, "/strategies", .open(.readPublished)),
        (.get, "/strategies/:strategy", .open(.readPublished)),
        (.get, "/strategies/:strategy/infographic", .open(.readPublished)),
        (.get, "/strategies/:strategy/:objective", .open(.readPublished)),
        (.get, "/boards", .open(.readPublished)),
        (.get, "/boards/:board", .open(.readPublished)),
        (.get, "/voice", .open(.readPublished)),
        (.get, "/voice/you-said-we-will", .open(.readPublished)),
        (.get, "/voice/:statement", .open(.readPublished)),
        (.get, "/reports", .open(.readPublished)),
        (.get, "/reports/:report", .open(.readPublished)),
        (.get, "/data", .open(.readPublished)),
        (.get, "/data/:file", .open(.readPublished)),
        (.get, "/search", .open(.readPublished)),
        (.get, "/help", .open(.readPublished)),
        (.get, "/help/how-we-rate", .open(.readPublished)),
        (.get, "/help/charts", .open(.readPublished)),
        (.get, "/help/glossary", .open(.readPublished)),
        (.get, "/accessibility", .open(.readAlways)),
        (.get, "/cookies", .open(.readAlways)),
        (.get, "/privacy", .open(.readAlways)),
        (.get, "/contact", .open(.readAlways)),
        (.get, "/sign-in/signed-out", .open(.readAlways)),
        (.get, "/health", .open(.readAlways)),
        (.get, "/ready", .open(.readAlways)),
        (.get, "/metrics", .open(.readAlways)),
        (.get, "/measures/:measure/withheld", .member(.readWithheld)),
        (.get, "/.well-known/security.txt", .open(.readAlways)),
        (.get, "/sign-in", .open(.enter)),
        (.post, "/sign-in", .open(.enter)),
        (.get, "/sign-in/code", .open(.enter)),
        (.post, "/sign-in/code", .open(.enter)),
        (.get, "/sign-in/code/recovery", .open(.enter)),
        (.post, "/sign-in/code/recovery", .open(.enter)),
        (.get, "/link/:token", .open(.enter)),
        (.post, "/link/:token", .open(.enter)),
        (.get, "/sign-in/help", .open(.readAlways)),
        (.post, "/sign-out", .member(.settleAccount)),
        (.get, "/session", .member(.settleAccount)),
        (.get, "/account", .member(.useAccount)),
        (.get, "/account/password", .member(.settleAccount)),
        (.post, "/account/password", .member(.settleAccount)),
        (.get, "/account/second-factor/set-up", .member(.settleAccount)),
        (.post, "/account/second-factor/set-up", .member(.settleAccount)),
        (.get, "/account/second-factor/codes", .member(.settleAccount)),
        (.post, "/account/second-factor/codes", .member(.settleAccount)),
        (.get, "/account/second-factor/removal", .member(.settleAccount)),
        (.post, "/account/second-factor/removal", .member(.settleAccount)),
        (.get, "/account/second-factor", .member(.settleAccount)),
        (.get, "/account/sessions", .member(.useAccount)),
        (.post, "/account/sessions", .member(.useAccount)),
        (.post, "/account/sessions/:session", .member(.useAccount)),
        (.get, "/admin", .member(.managePeople)),
        (.get, "/admin/permissions", .member(.managePeople)),
        (.get, "/admin/people", .member(.managePeople)),
        (.get, "/admin/people/new", .member(.managePeople)),
        (.post, "/admin/people/new", .member(.managePeople)),
        (.get, "/admin/people/:person/edit", .member(.managePeople)),
        (.post, "/admin/people/:person/edit", .member(.managePeople)),
        (.get, "/admin/people/:person/roles", .member(.managePeople)),
        (.post, "/admin/people/:person/roles", .member(.managePeople)),
        (.get, "/admin/people/:person/state", .member(.managePeople)),
        (.post, "/admin/people/:person/state", .member(.managePeople)),
        (.get, "/admin/people/:person/reset", .member(.managePeople)),
        (.post, "/admin/people/:person/reset", .member(.managePeople)),
        (.get, "/admin/people/:person/sessions", .member(.managePeople)),
        (.post, "/admin/people/:person/sessions", .member(.managePeople)),
        (.get, "/admin/people/:person", .member(.managePeople)),
        (.get, "/admin/people/:person/link", .member(.managePeople)),
        (.get, "/audit", .member(.readTrail)),
        (.get, "/audit/:number", .member(.readTrail)),
        (.get, "/audit/export", .member(.readTrail)),
        (.post, "/audit/export", .member(.readTrail)),
        (.get, "/returns/:return/figures/:figure", .member(.enterFigures)),
        (.post, "/returns/:return/figures/:figure", .member(.enterFigures)),
        (.get, "/returns/:return/check", .member(.enterFigures)),
        (.post, "/returns/:return/check", .member(.enterFigures)),
        (.get, "/returns/:return/submitted", .member(.enterFigures)),
        (.get, "/returns/:return/withdraw", .member(.enterFigures)),
        (.post, "/returns/:return/withdraw", .member(.enterFigures)),
        (.get, "/returns/:return/history", .member(.readWithheld)),
        // Rounds and calendars.
        (.get, "/rounds", .member(.approveFigures)),
        (.get, "/rounds/new", .member(.approveFigures)),
        (.post, "/rounds/new", .member(.approveFigures)),
        (.get, "/rounds/:round", .member(.approveFigures)),
        (.get, "/rounds/:round/dates", .member(.approveFigures)),
        (.post, "/rounds/:round/dates", .member(.approveFigures)),
        (.get, "/rounds/:round/measures", .member(.approveFigures)),
        (.post, "/rounds/:round/measures", .member(.approveFigures)),
        (.get, "/rounds/:round/close", .member(.approveFigures)),
        (.post, "/rounds/:round/close", .member(.approveFigures)),
        (.get, "/rounds/:round/reopen", .member(.approveFigures)),
        (.post, "/rounds/:round/reopen", .member(.approveFigures)),
        (.get, "/rounds/:round/reminders", .member(.approveFigures)),
        (.post, "/rounds/:round/reminders", .member(.approveFigures)),
        (.get, "/returns/calendar", .member(.useAccount)),
        (.post, "/returns/calendar", .member(.useAccount)),
        (.get, "/calendar/:token", .open(.readAlways)),
        (.get, "/returns", .member(.enterFigures)),
        (.get, "/returns/:return", .member(.enterFigures)),
        (.post, "/returns/:return", .member(.enterFigures)),
        // Approving, publishing and revising.
        (.get, "/approvals", .member(.approveFigures)),
        (.post, "/approvals", .member(.approveFigures)),
        (.get, "/approvals/:return", .member(.approveFigures)),
        (.post, "/approvals/:return", .member(.approveFigures)),
        (.get, "/approvals/:return/figures/:figure/send-back", .member(.approveFigures)),
        (.post, "/approvals/:return/figures/:figure/send-back", .member(.approveFigures)),
        (.get, "/rounds/:round/publish", .member(.approveFigures)),
        (.post, "/rounds/:round/publish", .member(.approveFigures)),
        (.get, "/returns/:return/figures/:figure/revise", .member(.readWithheld)),
        (.post, "/returns/:return/figures/:figure/revise", .member(.readWithheld)),
        (.get, "/returns/template", .member(.enterFigures)),
        (.get, "/uploads", .member(.useAccount)),
        (.get, "/uploads/new", .member(.enterFigures)),
        (.post, "/uploads/new", .member(.enterFigures)),
        (.get, "/uploads/:upload", .member(.useAccount)),
        (.post, "/uploads/:upload", .member(.enterFigures)),
        // Writing a report.
        (.get, "/reports/:report/draft", .member(.writeReports)),
        (.get, "/reports/new", .member(.writeReports)),
        (.post, "/reports/new", .member(.writeReports)),
        (.get, "/reports/:report/draft/about", .member(.writeReports)),
        (.post, "/reports/:report/draft/about", .member(.writeReports)),
        (.get, "/reports/:report/draft/measures", .member(.writeReports)),
        (.post, "/reports/:report/draft/measures", .member(.writeReports)),
        (.get, "/reports/:report/draft/words", .member(.writeReports)),
        (.post, "/reports/:report/draft/words", .member(.writeReports)),
        (.get, "/reports/:report/draft/choice", .member(.writeReports)),
        (.post, "/reports/:report/draft/choice", .member(.writeReports)),
        (.get, "/reports/:report/draft/discard", .member(.writeReports)),
        (.post, "/reports/:report/draft/discard", .member(.writeReports)),
        (.get, "/reports/:report/submission", .member(.writeReports)),
        (.post, "/reports/:report/submission", .member(.writeReports)),
        (.get, "/reports/:report/approval", .member(.writeReports)),
        (.post, "/reports/:report/approval", .member(.writeReports)),
        (.get, "/reports/:report/correction", .member(.writeReports)),
        (.post, "/reports/:report/correction", .member(.writeReports)),
        (.get, "/reports/:report/:version/withdrawal", .member(.writeReports)),
        (.post, "/reports/:report/:version/withdrawal", .member(.writeReports)),
        (.get, "/reports/:report/:version", .open(.readPublished)),
        (.get, "/reports/:report/:version/officers", .member(.readWithheld)),
        (.get, "/reports/:report/:version/figures", .open(.readPublished)),
        (.get, "/reports/:report/:version/changes", .open(.readPublished)),
        (.get, "/reports/:report/draft/preview", .member(.writeReports)),
        (.get, "/reports/:report/draft/preview/officers", .member(.writeReports)),
        (.get, "/reports/:report/draft/finance", .member(.writeReports)),
        (.post, "/reports/:report/draft/finance", .member(.writeReports)),
        (.get, "/reports/:report/draft/finance/template", .member(.writeReports)),
        (.get, "/reports/:report/draft/finance/file", .member(.writeReports)),
        (.post, "/reports/:report/draft/finance/file", .member(.writeReports)),
        // What was done, and what is risked.
        (.get, "/reports/:report/draft/delivery", .member(.writeReports)),
        (.post, "/reports/:report/draft/delivery", .member(.writeReports)),
        (.get, "/reports/:report/draft/actions", .member(.writeReports)),
        (.post, "/reports/:report/draft/actions", .member(.writeReports)),
        // What committees say, and what became of what was said last time.
        (.get, "/comments", .member(.answerCommittees)),
        (.get, "/comments/:comment", .member(.answerCommittees)),
        (.post, "/comments/:comment", .member(.answerCommittees)),
        (.get, "/reports/:report/comments/new", .member(.answerCommittees)),
        (.post, "/reports/:report/comments/new", .member(.answerCommittees)),
        (.get, "/reports/:report/draft/last-time", .member(.writeReports)),
        (.post, "/reports/:report/draft/last-time", .member(.writeReports)),
        (.get, "/uploads/:upload/undo", .member(.enterFigures)),
        (.post, "/uploads/:upload/undo", .member(.enterFigures)),
        (.get, "/uploads/:upload/discard", .member(.enterFigures)),
        (.post, "/uploads/:upload/discard", .member(.enterFigures)),
    ]

    /// What each role may do.
    private static let roles: [Role: Set<Permission>] = [
        .reader: [.settleAccount, .useAccount],
        .officer: [
            .settleAccount, .useAccount, .readWithheld, .enterFigures, .answerCommittees,
        ],
        .approver: [
            .settleAccount, .useAccount, .readWithheld, .approveFigures, .setTargets,
            .writeReports, .answerCommittees,
        ],
        .administrator: [
            .settleAccount, .useAccount, .managePeople, .editCatalogue, .changeSettings,
        ],
        .auditor: [.settleAccount, .useAccount, .readTrail],
    ]

    @Test func `the roles may do what the table says`() {
        #expect(Set(Self.roles.keys) == Set(Role.allCases))
        for role in Role.allCases {
            #expect(role.permissions == Self.roles[role], "\(role)")
        }
    }

    @Test func `every route is in the table, with what it asks`() {
        let written = Self.table.map { "\($0.method.rawValue) \($0.pattern): \($0.demand)" }
        let built = TestPortal.routes.all.map {
            "\($0.method.rawValue) \($0.pattern): \($0.demand)"
        }
        #expect(Set(built).subtracting(written).sorted() == [], "not in the table")
        #expect(Set(written).subtracting(built).sorted() == [], "in the table, and no route")
        #expect(written.count == built.count)
    }

    @Test func `a form that is kept has its page at the same address`() {
        let pages = TestPortal.routes.all.filter { $0.method == .get }.map(\.pattern)
        for route in TestPortal.routes.all where route.method == .post {
            switch (route.demand, route.keeping) {
            case (.member, .form): #expect(pages.contains(route.pattern), "\(route.pattern)")
            case (.member, .nothing), (.member, .page), (.open, _): break
            }
        }
    }

    @Test func `no page changes anything, and nothing else than forms does`() {
        #expect(TestPortal.routes.all.allSatisfy { $0.method == .get || $0.method == .post })
    }

    // MARK: Asking

    /// Somebody who comes to the door.
    private struct Caller: CustomStringConvertible {
        let description: String
        /// What they may do; `nil` for those who count as visitors.
        var permissions: Set<Permission>?
        /// Where they are sent first.
        var obligation: String?
        var hasRole = true
        /// A token of a new session, so that none is used up by what was asked before.
        let token: @Sendable (TestPortal) throws -> SessionToken?
    }

    /// What the door says.
    private enum Word: Equatable {
        case letIn
        case signIn
        case first(String)
        case refused
    }

    @Test(arguments: [true, false])
    func `everybody is let in where the table lets them, and nowhere else`(isPublic: Bool) throws {
        // Nothing is loaded: what is behind the doors is not looked at, and drawn quickly.
        let loaded = try TestPortal(.empty)
        var settings = loaded.settings
        settings.isPublic = isPublic
        let portal = try TestPortal(over: loaded.folder, settings)
        let callers = try Self.callers(portal)
        let site = try portal.site()
        var wrong: [String] = []
        for route in Self.table {
            for caller in callers {
                var word = try Self.ask(site, portal, route.method, route.pattern, caller)
                // What must be done first can lead on to its own pages.
                if case .first = word, route.demand == .member(.settleAccount) { word = .letIn }
                let due = Self.due(route.demand, caller, isPublic: isPublic)
                if word != due {
                    wrong.append(
                        "\(route.method.rawValue) \(route.pattern), \(caller): "
                            + "\(word) and not \(due)")
                }
            }
        }
        #expect(wrong == [])
        #expect(portal.log.lines == [])
    }

    /// What the door is to say.
    private static func due(_ demand: Demand, _ caller: Caller, isPublic: Bool) -> Word {
        switch demand {
        case .open(.readAlways), .open(.enter): return .letIn
        case .open(.readPublished):
            guard caller.permissions != nil else { return isPublic ? .letIn : .signIn }
            if let obligation = caller.obligation { return .first(obligation) }
            return isPublic || caller.hasRole ? .letIn : .refused
        case .member(let permission):
            guard let permissions = caller.permissions else { return .signIn }
            if permission != .settleAccount, let obligation = caller.obligation {
                return .first(obligation)
            }
            return permissions.contains(permission) ? .letIn : .refused
        }
    }

    /// What it says; whatever a handler answers comes from within.
    private static func ask(
        _ site: Site, _ portal: TestPortal, _ method: HTTPServer.Method, _ pattern: String,
        _ caller: Caller
    ) throws -> Word {
        let path = path(pattern)
        let token = try caller.token(portal)
        let response: Response
        if method == .post {
            response = site.respond(
                to: TestForm(path, token ?? SessionToken(Randomness.bytes)).request)
        } else {
            let cookie: Headers = token.map { ["Cookie": "session=\($0.text)"] } ?? [:]
            response = site.respond(to: Request(method, path, headers: cookie))
        }
        let location = response.headers["Location"] ?? ""
        switch response.status {
        case .forbidden: return .refused
        // Where the way in leads from itself is no matter of the door.
        case .seeOther where pattern.hasPrefix(AccountLinks.signIn): return .letIn
        case .seeOther where location == AccountLinks.signedOut: return .letIn
        case .seeOther where location.prefix(while: { $0 != "?" }) == AccountLinks.signIn:
            return .signIn
        case .seeOther where location == caller.obligation: return .first(location)
        default: return .letIn
        }
    }

    private static func path(_ pattern: String) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            switch part.first {
            case ":": ["measure": "custody", "strategy": "start-well"][part.dropFirst()] ?? "x"
            case "*": "x"
            default: String(part)
            }
        }.joined(separator: "/")
    }

    private static func callers(_ portal: TestPortal) throws -> [Caller] {
        var callers = [Caller(description: "visitor") { _ in nil }]
        let nobody = try portal.addPerson("norole")
        callers.append(
            Caller(
                description: "no role", permissions: [.settleAccount, .useAccount], hasRole: false
            ) { try $0.session(of: nobody) })
        for role in Role.allCases {
            let person = try portal.addPerson(role.rawValue, role)
            try portal.addSecondFactor(to: person)
            callers.append(
                Caller(description: role.rawValue, permissions: roles[role]) {
                    try $0.session(of: person)
                })
        }
        let bare = try portal.addPerson("bare", .administrator)
        callers.append(
            Caller(
                description: "without second factor", permissions: roles[.administrator],
                obligation: AccountLinks.secondFactor
            ) { try $0.session(of: bare) })
        let fresh = try portal.addPerson("fresh", .officer)
        try portal.database().run(
            "UPDATE person SET must_change_password = 1 WHERE id = \(fresh)")
        callers.append(
            Caller(
                description: "must change password", permissions: roles[.officer],
                obligation: AccountLinks.password
            ) { try $0.session(of: fresh) })
        let half = try portal.addPerson("half", .administrator)
        callers.append(
            Caller(description: "half signed in") { try $0.session(of: half, isComplete: false) })
        let gone = try portal.addPerson("gone", .administrator)
        try portal.addSecondFactor(to: gone)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE id = \(gone)")
        callers.append(Caller(description: "disabled") { try $0.session(of: gone) })
        return callers
    }
}

extension TestPortal {
    /// Has a person set up an authenticator app.
    func addSecondFactor(to person: Int64) throws {
        try database().run(
            """
            INSERT INTO second_factor (person_id, secret, confirmed_at)
            VALUES (\(person), zeroblob(20), \(settings.now()))
            """)
    }
}
