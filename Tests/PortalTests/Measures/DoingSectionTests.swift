import Testing

@testable import Portal

@Suite struct DoingSectionTests {
    @Test func `commentary says what happened, why and what is done, the newest first`() throws {
        let section = try #require(try get("/measures/moves-in-care").main.section("doing"))
        let remarks = section.descendants.filter { $0.classes.contains("remark") }.map(\.text)
        #expect(
            remarks == [
                "2025/26 financial year What happened: Fewer children moved than the year before. "
                    + "Why: Two homes opened & more families foster. "
                    + "What we are doing: Each move is looked at within a week. "
                    + "Head of children in care, 20 May 2026",
                "2024/25 financial year What happened: One home closed in May. "
                    + "Head of children in care, 2 June 2025",
                "Forecast by the service The service expects 8.5% for 2026/27. "
                    + "Head of children in care, 20 May 2026",
            ])
    }

    @Test func `actions stand with who and when, those to be done first at the top`() throws {
        let section = try #require(try get("/measures/moves-in-care").main.section("doing"))
        #expect(
            section.cells == [
                [
                    "Open a third home A house has been found.", "Who Head of property",
                    "By when 1 June 2026", "State Under way Overdue Updated 20 May 2026",
                ],
                [
                    "Ask carers what they need", "Who Head of children in care",
                    "By when No date set", "State Not started Updated 20 May 2026",
                ],
                [
                    "Write to former carers", "Who Head of children in care",
                    "By when 28 February 2026", "State Done Updated 3 March 2026",
                ],
            ])
    }

    @Test func `where nothing is said or done the page says so`() throws {
        #expect(
            try get("/measures/births").main.section("doing")?.text
                == "What we are doing No commentary has been published for this measure yet. "
                + "No actions have been recorded for this measure yet.")
    }

    @Test func `the forecast stands beside the portal's own projection, each with its name`()
        throws
    {
        let trend = try get("/measures/moves-in-care").main.section("trend")
        #expect(
            trend?.text.contains(
                "Forecast by the service. The service expects 8.5% for 2026/27.") == true)
    }

    @Test(arguments: [("2026-05-19", false), ("2026-05-20", true)])
    func `nothing is told of a measure before the day on which it is published`(
        today: String, isTold: Bool
    ) throws {
        let doing =
            try TestPortal(today: today).get("/measures/moves-in-care").main
            .section("doing")?.text ?? ""
        #expect(doing.contains("Fewer children moved") == isTold)
        #expect(doing.contains("8.5") == isTold)
        #expect(doing.contains("One home closed in May"))
    }
}
