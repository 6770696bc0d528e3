import HTTPServer
import Testing

@testable import Portal

@Suite struct DataQueriesTests {
    @Test func `the measures' file says what each of them is`() throws {
        let lines = try get("/data/measures.csv").lines
        #expect(lines.count == 16)
        #expect(
            lines.contains(
                "MOVES,Moves in care,measure,percentage,%,low,,annual,in-period,"
                    + "children moved three times or more,,,,active,Counted anew in 2024"))
    }

    @Test func `the targets' file has numbers that can be counted with, and days`() throws {
        let lines = try get("/data/targets.csv").lines.dropFirst()
        #expect(
            lines.first
                == "ATTEND,School attendance,at-least,94.5,,,,1,absolute,2024-09-01,2027-08-31,"
                + "93.2,2021/22,local,,,,Set by the board")
        // A target without an end has none in the file.
        #expect(lines.contains { $0.hasPrefix("PLACES,Nursery places kept free,within,10,14,") })
        #expect(!lines.contains { $0.contains("9999") })
    }

    @Test func `the strategies' file has objectives, and strategies that have none`() throws {
        let lines = try get("/data/strategies.csv").lines.dropFirst()
        let start = "Start Well in Harbourside (2025-2028),current,2025,2028"
        let goal = """
            \(start),SW-G1,,Goal,1,"Children are in school, and safe there",\
            Every day counts,Early Years Board,ATTEND; SUSPEND; READING; CUSTODY
            """
        let outcome = """
            \(start),SW-G1-O1,SW-G1,Outcome,,Ready for school,Ready for school,\
            Harbourside Family Board; Early Years Board,READY; FED; TEETH
            """
        #expect(Array(lines.prefix(2)) == [goal, outcome])
        #expect(lines.contains("First Steps (2019-2024),archived,2019,2024,,,,,,,,"))
    }
}
