import HTTPServer
import Testing

@testable import Portal

@Suite struct TimeLeftTests {
    private let moment = TestMoment()
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal { [moment] in $0.now = moment.now }
    }

    @Test func `a page says how long its reader stays signed in`() throws {
        var anna = try portal.member("anna", .reader)
        moment.pass(1_000)
        let dialog = try anna.get("/help").page.first("dialog")
        #expect(dialog?["data-idle"] == "3600")
        #expect(dialog?["data-whole"] == "42200")
        #expect(try portal.get("/help").page.first("dialog") == nil)
    }

    @Test func `to ask for more time is to do something`() throws {
        var anna = try portal.member("anna", .reader)
        moment.pass(3_599)
        let answer = anna.get("/session")
        #expect(answer.status == .ok)
        #expect(answer.source == "{\"idle\":3600,\"whole\":39601}\n")
        #expect(answer.response.headers["Content-Type"] == "application/json")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        moment.pass(3_599)
        #expect(anna.get("/session").status == .ok)
        moment.pass(3_600)
        #expect(anna.get("/session").status == .seeOther)
    }

    @Test func `the whole time ends whatever is done`() throws {
        var anna = try portal.member("anna", .reader)
        for _ in 0..<12 {
            moment.pass(3_599)
            #expect(anna.get("/session").status == .ok)
        }
        moment.pass(12)
        #expect(anna.get("/session").status == .seeOther)
    }

    @Test func `a stranger has no time`() throws {
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get("/session").status == .seeOther)
    }
}
