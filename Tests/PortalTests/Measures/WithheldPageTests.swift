import HTTPServer
import SQLite
import Testing

@testable import Portal

/// The true numbers, and who sees them.
@Suite struct WithheldPageTests {
    private let portal: TestPortal
    private static let path = "/measures/moves-in-care/withheld"

    /// Harbourside, in whose moves in care few girls are counted, and many boys with them.
    init() throws {
        var catalogue = Harbourside.catalogue
        let moves = "Figures/moves.csv"
        for (line, value, numerator, denominator) in [
            (8, "10", "100", "1000"), (9, "1.25", "4", "320"), (10, "14.1", "96", "680"),
        ] {
            catalogue[moves].set("value", value, line: line)
            catalogue[moves].set("numerator", numerator, line: line)
            catalogue[moves].set("denominator", denominator, line: line)
            catalogue[moves].set("marker", "", line: line)
        }
        catalogue["Catalogue/measures.csv"] = Catalogue.Table(
            catalogue["Catalogue/measures.csv"], adding: "service", "owner_role")
        catalogue["Catalogue/measures.csv"].set("service", "Children in care", line: 4)
        portal = try TestPortal(catalogue)
    }

    /// What somebody is answered who has this role for so much.
    private func answer(_ role: Role, _ scope: Scope, path: String = path) throws -> Answer {
        let name = "p\(try portal.people())"
        let person = try portal.addPerson(name, grants: [Grant(role: role, scope: scope)])
        try portal.addSecondFactor(to: person)
        return try portal.get(path, portal.session(of: person))
    }

    @Test func `who answers for a measure sees what readers do not, and why`() throws {
        let answer = try answer(.officer, .everything)
        #expect(answer.status == .ok)
        #expect(
            try answer.main.cells == [
                [
                    "2025/26 financial year Moves in care: Boys", "Readers see [c]",
                    "True value 14.1%", "Top number 96", "Bottom number 680",
                    "Why It is not small itself. With it a small number could be worked out, or "
                        + "another measure with a stricter rule uses it too.",
                ],
                [
                    "2025/26 financial year Girls who moved, %", "Readers see [c]",
                    "True value 1.25%", "Top number 4", "Bottom number 320",
                    "Why It is small itself: by those it counts, those it leaves out, or those "
                        + "it is out of.",
                ],
            ])
        #expect(answer.source.contains("Not for publication"))
        #expect(try answer.main.first(class: "secret-foot") != nil)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(answer.response.headers["ETag"] == nil)
    }

    @Test func `a visitor's pages have nothing of it`() throws {
        for path in ["/measures/moves-in-care", "/measures/moves-in-care?format=csv"] {
            let source = try portal.get(path).source
            #expect(!source.contains("withheld\""))
            #expect(!source.contains("14.1") && !source.contains("1.25"))
        }
        #expect(try portal.get(Self.path).status == .seeOther)
        #expect(try portal.get(Self.path).source.isEmpty)
    }

    @Test(arguments: [
        (Role.officer, Scope.everything, true), (.approver, .everything, true),
        (.officer, .service("Children in care"), true), (.officer, .service("Schools"), false),
        (.officer, .service("children in care"), false),
        (.officer, .strategy("schools"), true), (.officer, .strategy("first-steps"), true),
        (.officer, .strategy("start-well"), false), (.approver, .strategy("start-well"), false),
        (.officer, .measure("MOVES"), true), (.officer, .measure("CUSTODY"), false),
        (.officer, .measure("moves-in-care"), false), (.reader, .everything, false),
        (.administrator, .everything, false), (.auditor, .everything, false),
    ])
    func `only those see it whose role covers the measure, and only they are led there`(
        _ role: Role, _ scope: Scope, _ isLetIn: Bool
    ) throws {
        let answer = try answer(role, scope)
        #expect(answer.status == (isLetIn ? .ok : .forbidden))
        if !isLetIn {
            #expect(!answer.source.contains("14.1") && !answer.source.contains("1.25"))
            #expect(answer.source.contains("an officer or an approver"))
        }
        let measure = try self.answer(role, scope, path: "/measures/moves-in-care")
        let links = try measure.main.all("a").compactMap { $0["href"] }
        #expect(links.contains(Self.path) == isLetIn)
        // The page of the measure itself is everybody's.
        #expect(!measure.source.contains("14.1") && !measure.source.contains("1.25"))
    }

    @Test func `a role for one measure and another role for all are not one for all`() throws {
        let person = try portal.addPerson(
            "anna",
            grants: [
                Grant(role: .officer, scope: .measure("CUSTODY")),
                Grant(role: .reader, scope: .everything),
            ])
        let token = try portal.session(of: person)
        #expect(try portal.get(Self.path, token).status == .forbidden)
        #expect(try portal.get("/measures/custody/withheld", token).status == .ok)
    }

    @Test func `what a publisher withholds nobody sees`() throws {
        let answer = try answer(.officer, .everything, path: "/measures/custody/withheld")
        #expect(answer.status == .ok)
        #expect(try answer.main.all("table").isEmpty)
        #expect(try answer.main.text.contains("No figure of this measure is withheld"))
        #expect(!answer.source.contains(Harbourside.Secret.custody))
    }

    @Test func `there is no file of it, and no page of a measure that is not there`() throws {
        for path in ["\(Self.path)?format=csv", "/measures/nothing/withheld"] {
            let answer = try answer(.officer, .everything, path: path)
            #expect(answer.status == .notFound, "\(path)")
            #expect(!answer.source.contains("14.1"))
            #expect(answer.response.headers["Cache-Control"] == "no-store")
        }
    }

    @Test func `a rounded figure is told from a withheld one`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("small_number_rounding", "5", line: 4)
        catalogue["Figures/moves.csv"].set("value", "9.9", line: 8)
        catalogue["Figures/moves.csv"].set("numerator", "132", line: 8)
        let portal = try TestPortal(catalogue)
        let token = try portal.session(of: portal.addPerson("anna", .officer))
        let rows = try portal.get(Self.path, token).main.cells
        let row = try #require(rows.first { $0[0].hasSuffix("Moves in care") })
        #expect(row[2] == "True value 9.9% [p]")
        #expect(row[1] != "Readers see 9.9%" && row[1] != "Readers see [c]")
        #expect(row[5].contains("rounded to the nearest 5"))
    }
}

extension TestPortal {
    /// How many people there are.
    fileprivate func people() throws -> Int {
        try database().first("SELECT count(*) AS n FROM person") { row throws(SQLError) in
            try row("n", as: Int.self)
        } ?? 0
    }
}
