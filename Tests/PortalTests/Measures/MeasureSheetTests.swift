import Testing

@testable import Portal

@Suite struct MeasureSheetTests {
    /// The rows of the file, without the mark at its start and the names of the columns.
    private func rows(_ measure: String) throws -> [String] {
        let lines = try get("/measures/\(measure)?format=csv").source
            .split(whereSeparator: \.isNewline)
        #expect(
            lines.first?.hasSuffix(
                "section,series,area,group,period_code,period,value,numerator,denominator,flag")
                == true)
        return lines.dropFirst().map(String.init)
    }

    @Test func `a row is one figure of the page`() throws {
        let rows = try rows("moves-in-care")
        #expect(
            rows.first
                == "trend,Moves in care,Harbourside,All,2025-26-FY,2025/26 financial year,9.9,33,"
                + "1333,[p]")
        #expect(
            rows.contains(
                "groups,Moves in care,Harbourside,Girls,2025-26-FY,2025/26 financial year,[c],,,"))
        #expect(
            rows.contains(
                "comparison,Moves in care,Westquay,All,2025-26-FY,2025/26 financial year,11.3,,,"))
        #expect(
            rows.contains(
                "forecast,Moves in care,Harbourside,,2026-27-FY,2026/27 financial year,8.5,,,"))
        #expect(rows.contains { $0.hasPrefix("parts,\"Girls who moved, %\",Harbourside,Girls,") })
        // Another model's neighbour is not on the page, so not in the file.
        #expect(!rows.contains { $0.contains("Farmouth") })
    }

    @Test func `a break is marked and a count has no England beside it`() throws {
        #expect(
            try rows("reading-at-seven").first
                == "trend,Reading at seven,Harbourside,All,2024-25-AY,2024/25 academic year,68.4,,,"
                + "[b]")
        #expect(try rows("births").allSatisfy { !$0.contains("England") })
    }

    @Test func `what is withheld is withheld in the file`() throws {
        let rows = try rows("custody")
        #expect(
            rows.first
                == "trend,Young people in custody,Harbourside,All,2024-25-FY,"
                + "2024/25 financial year,[c],,,")
        for trace in Harbourside.Secret.traces {
            #expect(!rows.contains { $0.contains(trace) })
        }
    }

    @Test func `a measure without figures has a file with columns only`() throws {
        #expect(try rows("voice").isEmpty)
    }
}
