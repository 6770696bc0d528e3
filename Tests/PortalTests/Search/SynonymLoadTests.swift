import SQLite
import Testing

@testable import Portal

@Suite struct SynonymLoadTests {
    private func portal(_ rows: [(String, String)]) throws -> TestPortal {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/synonyms.csv"].removeAll()
        for (term, means) in rows {
            catalogue["Catalogue/synonyms.csv"].append([term, means])
        }
        return try TestPortal(catalogue)
    }

    @Test func `all terms that mean one thing stand for each other, and for several of it`() throws
    {
        let portal = try portal([("EHCP", "EHC plan"), ("E.H.C. plan", "EHC plan")])
        let pairs = try portal.database().all(
            "SELECT term || ' = ' || means FROM synonym WHERE term = 'ehcp' ORDER BY 1"
        ) { row throws(SQLError) in try row[0, as: String.self] }
        #expect(
            pairs == [
                "ehcp = e h c plan", "ehcp = e h c plans", "ehcp = ehc plan", "ehcp = ehc plans",
                "ehcp = ehcps",
            ])
        #expect(
            try portal.database().first(
                "SELECT count(*) FROM synonym WHERE term = 'ehc plans' AND means = 'ehcp'") == 1)
    }

    @Test(arguments: [
        ("In Care", "in care", "synonyms.csv:2: column «term»: «in care» is what it means"),
        ("…", "in care", "synonyms.csv:2: column «term»: «…» has no word in it"),
        ("LAC", "", "synonyms.csv:2: column «means»: is empty"),
    ])
    func `a row that says nothing is refused`(term: String, means: String, words: String) throws {
        let error = try #require(throws: LoadError.self) { try portal([(term, means)]) }
        #expect("\(error)" == words)
    }

    @Test func `a row that is there twice is refused`() throws {
        let error = try #require(throws: LoadError.self) {
            try portal([("LAC", "in care"), ("LAC", "in care")])
        }
        #expect(error.line == 3)
    }

    @Test func `the project's own synonyms lead to something`() throws {
        let database = try TestPortal.real.get().database()
        #expect(try database.first("SELECT count(*) > 200 FROM synonym") == true)
    }
}
