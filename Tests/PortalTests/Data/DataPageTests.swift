import HTTPServer
import Testing

@testable import Portal

@Suite struct DataPageTests {
    @Test func `the page leads to every file`() throws {
        let main = try get("/data").main
        let files = main.all("a").compactMap { $0["href"] }.filter { $0.hasSuffix(".csv") }
        #expect(
            files.prefix(4).map { String($0.dropFirst(6)) } == [
                "figures.csv", "measures.csv", "targets.csv", "strategies.csv",
            ])
        #expect(files.contains("/data/scorecard-goal-1.csv"))
        #expect(files.count { $0.hasPrefix("/data/measure-") } == 15)
    }

    @Test func `the page tells the day, the licence and who published the figures`() throws {
        let main = try get("/data").main
        #expect(main.first(class: "meta")?.text.hasPrefix("Last updated on ") == true)
        let licence = try #require(main.section("licence"))
        #expect(licence.text.contains("Open Government Licence v3.0"))
        #expect(licence.all("li").map(\.text) == ["The Department"])
    }

    @Test(arguments: DataSet.whole)
    func `every column of a file is explained`(_ set: DataSet) throws {
        let explained = try get("/data").page.section("set-\(set.name)")?.all("dt").map(\.text)
        let header = try get("/data/\(set.name).csv").lines.first
        #expect(explained?.joined(separator: ",") == header)
        #expect(set.columns.allSatisfy { !$0.meaning.isEmpty })
    }

    @Test(arguments: DataSet.whole) func `a set is also a workbook`(set: DataSet) throws {
        for form in [SheetForm.xlsx, .ods] {
            let response = try get("/data/\(set.name).\(form.rawValue)").response
            #expect(response.headers["Content-Type"] == form.contentType)
            #expect(
                response.headers["Content-Disposition"]
                    == "attachment; filename=\"\(set.name).\(form.rawValue)\"")
            #expect(Array(response.body.prefix(2)) == Array("PK".utf8))
        }
    }

    @Test(arguments: [
        "x.csv", "x.xlsx", "figures.xls", "figures", "figures.CSV", "scorecard-.csv",
        "measure-x.csv", ".csv",
    ])
    func `a file that is not there is answered with those that are`(_ file: String) throws {
        let answer = try get("/data/\(file)")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("There is no file called “\(file)”."))
        #expect(try answer.page.section("choices")?.all("a").count == 5)
    }

    @Test func `an empty portal has files with their header rows`() throws {
        let portal = try TestPortal(.empty)
        for set in DataSet.whole {
            let answer = try portal.get("/data/\(set.name).csv")
            #expect(answer.status == .ok)
            #expect(answer.lines == [set.columns.map(\.name).joined(separator: ",")])
        }
        #expect(try portal.get("/data").main.section("measures") == nil)
    }
}

extension Answer {
    /// The lines of a file, without the mark at its start.
    var lines: [String] {
        source.split { $0.isNewline }.map { line in
            String(line.first == "\u{FEFF}" ? line.dropFirst() : line)
        }
    }
}
