import SQLite
import Testing

@testable import Portal

@Suite struct SearchIndexLoadTests {
    @Test func `every kind of thing that there is can be found`() throws {
        let kinds = try TestPortal.harbourside.get().database().all(
            "SELECT DISTINCT kind FROM search_entry ORDER BY kind_position"
        ) { row throws(SQLError) in try row[0, as: SearchKind.self] }
        #expect(kinds == SearchKind.allCases)
    }

    @Test func `a database that was loaded before there was a search is loaded again`() throws {
        let portal = try TestPortal()
        let database = try portal.database()
        // As the load recorded its files before it made an index.
        try database.run("UPDATE load SET digest = 'of the files alone'")
        try database.run("DELETE FROM search_entry")
        try Harbourside.catalogue.write(to: portal.folder)
        let outcome = try CatalogueLoad(portal.settings, from: portal.folder).run()
        #expect(outcome != .unchanged)
        #expect(try database.first("SELECT count(*) > 0 FROM search_entry") == true)
    }

    @Test func `what a load takes away is found no more`() throws {
        let portal = try TestPortal()
        #expect(try portal.get("/search?q=births").text.contains("1 result for “births”"))
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("title", "Newborn babies", line: 16)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        #expect(try portal.get("/search?q=newborn").text.contains("Newborn babies"))
        let words = try portal.database().first(
            "SELECT count(*) FROM search_word WHERE word = 'newborn'", as: Int.self)
        #expect(words == 1)
    }
}
