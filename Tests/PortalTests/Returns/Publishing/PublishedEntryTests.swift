import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct PublishedEntryTests {
    @Test func `readers see what is published, with small numbers withheld`() throws {
        let portal = try TestPortal.collecting()
        let lead = try portal.member("lea", .approver)
        let entries = try portal.openRound(by: lead)
        let database = try portal.database()
        func publish(_ place: Int, _ fields: [String: String]) throws {
            let entry = entries[place].with(EntryContent(fields))
            let past = try database.pasts(of: [entry])[entry.measure.facts.id] ?? EntryPast()
            let check = EntryCheck(entry, past)
            #expect(check.faults.map(\.words) == [])
            let published = try #require(PublishedEntry(check))
            try database.transaction {
                let publication = try database.beginPublication(
                    ofRound: entry.roundID, by: lead.id, at: 0, knownOn: portal.settings.today())
                try database.keep(published, in: publication)
                try database.show([published], portal.settings)
            }
        }
        try publish(1, ["figure": "final", "n": "70", "d": "100"])
        try publish(
            3,
            [
                "figure": "provisional", "v": "22", "v/FSM": "3", "v/SEN": "8",
                "comment": "More families moved.",
            ])
        let plans = try portal.get("/measures/plans-in-time")
        #expect(try plans.text.contains("70.0%"))
        #expect(try plans.text.contains("On target"))
        let missing = try portal.get("/measures/children-missing-school")
        #expect(try missing.text.contains("Close to target"))
        #expect(try missing.text.contains("More families moved."))
        #expect(try missing.text.contains("[c]"))
        #expect(try portal.get("/measures/plans-in-time/history").text.contains("70.0%"))
        // A load brings them back.
        try database.run("DELETE FROM load")
        try HarboursideReturns.catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        #expect(try portal.get("/measures/plans-in-time").text.contains("70.0%"))
        #expect(
            try portal.get("/measures/children-missing-school").text.contains(
                "More families moved."))
        // Files without something that was published are refused as a whole.
        let changes: [(String, (inout Catalogue) -> Void)] = [
            (
                "«SEN» is missing",
                { catalogue in
                    for file in ["Figures/breakdowns.csv", "Catalogue/collected_groups.csv"] {
                        catalogue[file].removeRows(where: "breakdown", is: "SEN")
                    }
                }
            ),
            (
                "«MISSING» has the kind percentage, and figures of it were published",
                { $0["Catalogue/measures.csv"].replace("value_kind", "percentage", "MISSING") }
            ),
        ]
        for (words, change) in changes {
            var catalogue = HarboursideReturns.catalogue
            change(&catalogue)
            try catalogue.write(to: portal.folder)
            let error = try #require(throws: LoadError.self) {
                try CatalogueLoad(portal.settings, from: portal.folder).run()
            }
            #expect("\(error)".contains(words), "\(error)")
        }
        #expect(try portal.get("/measures/plans-in-time").text.contains("70.0%"))
    }
}
