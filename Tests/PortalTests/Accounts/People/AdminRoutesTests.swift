import SQLite
import Testing

@testable import Portal

@Suite struct AdminRoutesTests {
    @Test func `what may want looking after is counted`() throws {
        let portal = try TestPortal()
        var anna = try portal.colleague("anna", .administrator)
        try portal.addPerson("ben")
        let carl = try portal.addPerson("carl", .officer)
        let day = 86_400
        try portal.database().run(
            "UPDATE person SET signed_in_at = \(portal.settings.now() - 91 * day) WHERE id = \(carl)"
        )
        let page = try anna.get("/admin").main
        let counts = page.section("look-after")?.cells.map { $0.last ?? "" }
        #expect(counts == ["1", "2", "0", "1", "0"])
        #expect(page.section("by-role")?.cells.map { $0.last ?? "" } == ["0", "1", "0", "1", "0"])
    }

    @Test func `the table of roles is the one that decides`() throws {
        let portal = try TestPortal()
        var anna = try portal.colleague("anna", .administrator)
        let page = try anna.get("/admin/permissions").main
        let rows = try #require(page.first("table")).cells
        #expect(rows.count == Permission.allCases.count)
        for (row, permission) in zip(rows, Permission.allCases) {
            #expect(row.first == permission.words)
            let expected = Role.allCases.map { $0.permissions.contains(permission) ? "Yes" : "No" }
            #expect(Array(row.dropFirst()) == expected)
        }
        let asked = page.section("asked")?.facts
        #expect(asked?[Permission.managePeople.words]?.contains("/admin/people/:person") == true)
        #expect(asked?[Permission.setTargets.words] == "No page asks for this yet.")
        #expect(page.section("factor")?.text.contains("approvers and administrators must") == true)
    }
}
