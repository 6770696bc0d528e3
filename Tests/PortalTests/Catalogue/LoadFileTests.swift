import SQLite
import Testing

@testable import Portal

/// One cell of one line made wrong, and what is to be said of it.
struct BadCell: CustomTestStringConvertible {
    let file: String
    let line: Int
    let column: String
    let text: String
    let reason: String

    init(_ file: String, _ line: Int, _ column: String, _ text: String, _ reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
        self.reason = reason
    }

    var testDescription: String { "\(file):\(line) \(column) «\(text)»" }

    /// What a person at a terminal reads first.
    var place: String {
        "\(file.split(separator: "/").last ?? ""):\(line): column «\(column)»: "
    }
}

@Suite struct LoadFileTests {
    /// Every kind of mistake that a cell can hold, with the lines of Harbourside's files.
    private static let cells = [
        // What is referred to is not there.
        BadCell("Catalogue/boards.csv", 3, "reports_to", "quay-board", "«quay-board» is not in"),
        BadCell("Catalogue/strategies.csv", 2, "supersedes", "steps", "«steps» is not in"),
        BadCell("Catalogue/strategies.csv", 3, "under", "end-well", "«end-well» is not in"),
        BadCell("Catalogue/strategies.csv", 2, "boards", "family-board; x", "«x» is not in boards"),
        BadCell("Catalogue/objectives.csv", 2, "strategy", "x", "«x» is not in strategies.csv"),
        BadCell("Catalogue/objectives.csv", 3, "parent", "SW-G9", "«SW-G9» is not in"),
        BadCell("Catalogue/objectives.csv", 2, "themes", "joy", "«joy» is not in themes.csv"),
        BadCell("Catalogue/objectives.csv", 2, "statements", "x", "«x» is not in statements.csv"),
        BadCell("Catalogue/measures.csv", 4, "base_measures", "GONE", "«GONE» is not in"),
        BadCell("Catalogue/placements.csv", 2, "measure", "GONE", "is not in measures.csv"),
        BadCell("Catalogue/placements.csv", 2, "strategy", "x", "«x» is not in strategies.csv"),
        BadCell("Catalogue/placements.csv", 2, "objective", "x", "«x» is not in objectives.csv"),
        BadCell("Catalogue/targets.csv", 4, "measure", "GONE", "«GONE» is not in measures.csv"),
        BadCell("Catalogue/pledges.csv", 2, "measure", "GONE", "«GONE» is not in measures.csv"),
        BadCell("Catalogue/neighbours.csv", 3, "neighbour", "N9", "«N9» is not in areas.csv"),
        BadCell("Catalogue/measure_series.csv", 5, "series", "x", "«x» is not in series.csv"),
        BadCell("Catalogue/measure_series.csv", 5, "breakdown", "x", "is not in breakdowns.csv"),
        BadCell("Figures/partitions.csv", 2, "whole", "x", "«x» is not in breakdowns.csv"),
        BadCell("Figures/partitions.csv", 3, "part", "x", "«x» is not in breakdowns.csv"),
        BadCell("Figures/partitions.csv", 2, "part", "", "is empty"),
        BadCell("Figures/partitions.csv", 3, "division", "", "is empty"),
        BadCell("Figures/moves.csv", 2, "area", "E9", "«E9» is not in areas.csv"),
        BadCell("Figures/moves.csv", 3, "breakdown", "x", "«x» is not in breakdowns.csv"),
        BadCell("Figures/moves.csv", 4, "source", "dfe-9", "«dfe-9» is not in sources.csv"),
        // One of a few words.
        BadCell("Catalogue/strategies.csv", 4, "state", "over", "is not one of draft, current"),
        BadCell("Catalogue/measures.csv", 2, "kind", "measur", "is not one of measure, implied"),
        BadCell("Catalogue/measures.csv", 2, "value_kind", "percent", "is not one of percentage"),
        BadCell("Catalogue/measures.csv", 3, "polarity", "up", "«up» is not one of high, low"),
        BadCell("Catalogue/measures.csv", 3, "polarity", "", "is empty"),
        BadCell("Catalogue/measures.csv", 3, "frequency", "yearly", "is not one of quarterly"),
        BadCell("Catalogue/measures.csv", 3, "time_basis", "x", "is not one of in-period"),
        BadCell("Catalogue/measures.csv", 3, "status", "live", "is not one of active"),
        BadCell("Catalogue/areas.csv", 3, "kind", "nation", "is not one of local, country"),
        BadCell("Catalogue/measure_series.csv", 2, "role", "main", "is not one of headline, part"),
        BadCell("Catalogue/measure_series.csv", 2, "match", "good", "is not one of exact, close"),
        BadCell("Catalogue/measure_series.csv", 2, "transform", "100-x", "is not one of none"),
        BadCell("Figures/moves.csv", 2, "status", "done", "«done» is not one of final, revised"),
        BadCell("Figures/moves.csv", 2, "marker", "q", "«q» is not one of c, x, z, u, low, k"),
        // Numbers and days.
        BadCell("Catalogue/measures.csv", 5, "decimals", "one", "«one» is not a whole number"),
        BadCell("Catalogue/targets.csv", 2, "value", "94,5", "«94,5» is not a number like 94.5"),
        BadCell("Catalogue/targets.csv", 2, "value", "94.5%", "«94.5%» is not a number"),
        BadCell("Catalogue/targets.csv", 2, "value", "", "is empty"),
        BadCell("Catalogue/targets.csv", 2, "baseline_value", "~93", "«~93» is not a number"),
        BadCell("Catalogue/targets.csv", 2, "ends_on", "31/08/2027", "is not a date like"),
        BadCell("Catalogue/targets.csv", 2, "ends_on", "2027-02-29", "is not a date like"),
        BadCell("Figures/places.csv", 3, "value", "1.123456789", "at most 8 decimal places"),
        BadCell("Figures/places.csv", 3, "numerator", "n/a", "«n/a» is not a number"),
        // Periods and figures.
        BadCell("Figures/places.csv", 2, "period", "2025-27-Q4", "«2025-27-Q4» is not a period"),
        BadCell("Figures/places.csv", 2, "period", "2025/26", "«2025/26» is not a period"),
        BadCell("Figures/places.csv", 2, "period", "", "is empty"),
        BadCell("Figures/places.csv", 2, "value", "", "is empty, and no marker says why"),
        BadCell("Figures/series.csv", 10, "breaks", "2021-22-AY", "is not a period and a reason"),
        BadCell("Figures/series.csv", 10, "breaks", "2021 new test", "is not a period and"),
        // Names in addresses.
        BadCell("Catalogue/measures.csv", 2, "slug", "Attend", "must be made of small letters"),
        BadCell("Catalogue/measures.csv", 2, "slug", "a/b", "must be made of small letters"),
        BadCell("Catalogue/measures.csv", 2, "slug", "", "is empty"),
        BadCell("Catalogue/objectives.csv", 2, "scorecard", "goal 1", "must be made of small"),
        BadCell("Catalogue/objectives.csv", 2, "slug", "infographic", "is the address of"),
        // Targets that cannot be.
        BadCell("Catalogue/targets.csv", 2, "kind", "more", "«more» is not one of at-least"),
        BadCell("Catalogue/targets.csv", 2, "kind", "within", "kind «within» lacks a number"),
        BadCell("Catalogue/targets.csv", 2, "kind", "trajectory", "lacks a number"),
        BadCell("Catalogue/targets.csv", 2, "tolerance", "-1", "must be 0 or more"),
        BadCell("Catalogue/targets.csv", 2, "scope", "regional", "is not one of national, local"),
        BadCell("Catalogue/targets.csv", 2, "tolerance_kind", "%", "is not one of absolute"),
    ]

    @Test(arguments: cells)
    func `a cell that is wrong is named by file, line and column`(_ bad: BadCell) throws {
        let refusal = try refusal { $0[bad.file].set(bad.column, bad.text, line: bad.line) }
        #expect(refusal.hasPrefix(bad.place))
        #expect(refusal.contains(bad.reason))
        #expect(!refusal.contains("\n"))
    }

    /// What is wrong only beside other cells or rows, which the schema forbids.
    private static let clashes = [
        BadCell("Catalogue/measures.csv", 3, "slug", "school-attendance", "school-attendance"),
        BadCell("Catalogue/objectives.csv", 3, "slug", "every-day-counts", "every-day-counts"),
        BadCell("Catalogue/objectives.csv", 4, "scorecard", "goal-1", "goal-1"),
        BadCell("Catalogue/objectives.csv", 2, "parent", "SW-G1", "SW-G1"),
        BadCell("Catalogue/strategies.csv", 2, "under", "start-well", "start-well"),
        BadCell("Catalogue/strategies.csv", 2, "levels", "Goal; Goal", "Goal"),
        BadCell("Catalogue/measures.csv", 2, "base_measures", "ATTEND", "ATTEND"),
        BadCell("Catalogue/measures.csv", 2, "decimals", "7", "«7»"),
        BadCell("Catalogue/measures.csv", 2, "period_kind", "WEEK", "«WEEK»"),
        BadCell("Catalogue/neighbours.csv", 2, "rank", "0", "«0»"),
        BadCell("Catalogue/targets.csv", 5, "upper", "9.9", "must be the lower value or more"),
        BadCell("Catalogue/targets.csv", 2, "ends_on", "2020-01-01", "on or after"),
        BadCell("Catalogue/targets.csv", 2, "upper", "99", "99"),
        BadCell("Figures/places.csv", 3, "period", "2025-26-Q4", "2025-26-Q4"),
        BadCell("Figures/places.csv", 3, "status", "estimated", "«estimated»"),
        BadCell("Figures/partitions.csv", 3, "part", "Boys", "«Boys» is already on line 2"),
        BadCell("Figures/partitions.csv", 3, "part", "All", "«All» is a part of itself"),
        BadCell("Figures/series.csv", 2, "period_kind", "YEARS", "is not one of FQ, FY, AY"),
        BadCell(
            "Catalogue/targets.csv", 2, "milestones", "soon",
            "«soon» is not a day and a value, like 2027-03-31 72.5"),
        BadCell(
            "Catalogue/targets.csv", 5, "milestones", "2027-03-31 12",
            "are for a target of kind at-least or at-most"),
        BadCell(
            "Catalogue/measures.csv", 2, "small_number_threshold", "-1", "from 0 to 1000"),
        BadCell(
            "Catalogue/measures.csv", 2, "small_number_rounding", "10", "is not one of none, 5"),
        BadCell(
            "Figures/absence.csv", 2, "period", "2023-24-FY",
            "«2023-24-FY» is of kind FY, and its series of AY"),
        BadCell("Catalogue/neighbours.csv", 2, "rank", "", "is empty"),
        BadCell("Catalogue/boards.csv", 2, "reports_to", "family-board", "is this row itself"),
        BadCell("Catalogue/objectives.csv", 2, "themes", "inclusion; inclusion", "named twice"),
        BadCell("Catalogue/measures.csv", 2, "multiplier", "0", "«0» is not a whole number"),
    ]

    @Test(arguments: clashes)
    func `a cell that clashes with others is refused`(_ bad: BadCell) throws {
        let refusal = try refusal { $0[bad.file].set(bad.column, bad.text, line: bad.line) }
        #expect(refusal.hasPrefix(bad.place))
        #expect(refusal.contains(bad.reason))
        #expect(!refusal.contains("\n"))
    }

    @Test(arguments: [
        ("Catalogue/measures.csv", 3, "code", "ATTEND"),
        ("Catalogue/strategies.csv", 3, "slug", "start-well"),
        ("Catalogue/boards.csv", 3, "slug", "family-board"),
        ("Catalogue/areas.csv", 3, "code", "H1"),
        ("Figures/series.csv", 3, "series", "absence"),
        ("Figures/breakdowns.csv", 4, "breakdown", "All"),
        ("Catalogue/neighbours.csv", 3, "rank", "1"),
    ])
    func `a row that repeats the key of another is refused`(
        file: String, line: Int, column: String, key: String
    ) throws {
        let refusal = try refusal { $0[file].set(column, key, line: line) }
        let name = file.split(separator: "/").last ?? ""
        #expect(
            refusal == "\(name):\(line): column «\(column)»: «\(key)» is already on line 2")
    }

    /// What each row may say and all of them together may not.
    @Test(arguments: [
        // SW-G1 is below SW-G1-O1, which is below SW-G1.
        BadCell("Catalogue/objectives.csv", 2, "parent", "SW-G1-O1", "SW-G1-O1"),
        // A level that the strategy does not name is on no page.
        BadCell("Catalogue/objectives.csv", 2, "level", "Dream", "«Dream»"),
        // The objective is another strategy's.
        BadCell("Catalogue/placements.csv", 2, "strategy", "schools", "SW-G1"),
        BadCell("Catalogue/objectives.csv", 3, "strategy", "schools", "SW-G1"),
        BadCell("Catalogue/pledges.csv", 2, "strategy", "schools", "SW-G2"),
        // A strategy's own scorecard has its name.
        BadCell("Catalogue/objectives.csv", 2, "scorecard", "schools", "«schools»"),
        // It is above schools.
        BadCell("Catalogue/strategies.csv", 2, "under", "schools", "leads back to this row"),
        BadCell("Catalogue/strategies.csv", 2, "supersedes", "start-well", "this row itself"),
        BadCell("Figures/series.csv", 10, "breaks", "2024-25-AY a; 2024-25-AY b", "2024-25-AY"),
    ])
    func `rows that contradict each other are refused`(_ bad: BadCell) throws {
        let refusal = try refusal { $0[bad.file].set(bad.column, bad.text, line: bad.line) }
        #expect(refusal.hasPrefix(bad.place))
        #expect(refusal.contains(bad.reason))
    }

    @Test(arguments: [("whole", ""), ("whole", "Girls"), ("division", "sex")])
    func `a whole of one part is refused`(column: String, text: String) throws {
        let refusal = try refusal {
            $0["Figures/partitions.csv"].set(column, text, line: 2)
        }
        let name = column == "division" ? text : "Sex"
        #expect(
            refusal
                == "partitions.csv:2: column «division»: «\(name)» has one part, and needs two or more"
        )
    }

    /// Whole files that are wrong, the bytes of each, and what is said.
    @Test(arguments: [
        (
            "Catalogue/themes.csv", "slug,title,strategy,source_document\na,A,,\n",
            "themes.csv:1: missing: «description»; the columns are: slug, title, description,"
        ),
        (
            "Catalogue/themes.csv", "slug,title,description,strategy,source_document,colour\n",
            "themes.csv:1: not known: «colour»"
        ),
        (
            "Catalogue/themes.csv", "slug,slug,title,description,strategy,source_document\n",
            "themes.csv:1: there twice: «slug»"
        ),
        (
            "Catalogue/themes.csv", "slug,title,description,strategy,source_document\na,A,,\n",
            "themes.csv:2: this row has 4 cells where the first row has 5"
        ),
        (
            "Catalogue/themes.csv",
            "slug,title,description,strategy,source_document\na,A,\"two\nlines\",,\nb,B,,,,\n",
            "themes.csv:4: this row has 6 cells where the first row has 5"
        ),
        (
            "Catalogue/themes.csv", "slug,title,description,strategy,source_document\na,\"A,,,\n",
            "themes.csv:2: column «2»: the quote that opens this cell is never closed"
        ),
        ("Catalogue/themes.csv", "", "themes.csv: the file is empty; the columns are: slug"),
        (
            "Figures/places.csv", "area,breakdown,period,status,value\n",
            "places.csv:1: missing: «numerator», «denominator», «marker», «source»"
        ),
    ])
    func `a file that is no table of its columns is named`(
        file: String, text: String, reason: String
    ) throws {
        let refusal = try refusal { $0.bytes[file] = Array(text.utf8) }
        #expect(refusal.hasPrefix(reason))
    }

    @Test func `text that is not UTF-8 is refused with its line`() throws {
        let refusal = try refusal { catalogue in
            let text = catalogue["Catalogue/boards.csv"].text
            catalogue.bytes["Catalogue/boards.csv"] = Array(text.utf8) + [0x61, 0xe9, 0x0a]
        }
        #expect(refusal.hasPrefix("boards.csv:5: "))
        #expect(refusal.contains("UTF-8"))
    }

    @Test(arguments: [
        "Catalogue/boards.csv", "Catalogue/measure_series.csv", "Figures/series.csv",
        "Figures/partitions.csv",
        "Figures/moves.csv",
    ])
    func `a file that is missing is named`(_ file: String) throws {
        let refusal = try refusal { $0.missing.insert(file) }
        #expect(refusal.hasSuffix("\(file): No such file or directory"))
    }

    /// Statements that only the schema refuses, and what is said of the row that they are for.
    @Test(
        arguments: [
            (
                "INSERT INTO board (slug, title, position) VALUES ('family-board', 'B', 9)",
                "is already on another row (UNIQUE constraint failed: board.slug)"
            ),
            (
                "UPDATE measure SET decimals = 9",
                "breaks a rule of the database (CHECK constraint failed: decimals BETWEEN 0 AND 6)"
            ),
            (
                "UPDATE measure SET value_kind = 'x'",
                "breaks a rule of the database (CHECK constraint failed: value_kind IN ('percentage'"
            ),
            (
                "DELETE FROM breakdown",
                "breaks a rule of the database (FOREIGN KEY constraint failed)"
            ),
        ] as [(SQL, String)])
    func `what only the schema forbids is told with file and line`(
        statement: SQL, reason: String
    ) throws {
        let database = try TestPortal().database()
        let file = try LoadFile(name: "some.csv", bytes: Array("a\n1\n2\n".utf8), columns: ["a"])
        let error = try #require(throws: LoadError.self) {
            try database.load(file.rows[1], statement)
        }
        #expect(error.description.hasPrefix("some.csv:3: \(reason)"))
        #expect(!error.description.contains("\n"))
    }

    @Test func `a folder that is missing is named`() throws {
        let folder = try TemporaryFolder()
        let load = CatalogueLoad(try .testing(in: folder), from: folder)
        let error = try #require(throws: FolderError.self) { try load.run() }
        #expect("\(error)" == "\(folder.path)/Catalogue: No such file or directory")
    }

    private func refusal(of edit: (inout Catalogue) -> Void) throws -> String {
        var catalogue = Harbourside.catalogue
        edit(&catalogue)
        let folder = try TemporaryFolder()
        try catalogue.write(to: folder)
        let load = CatalogueLoad(try .testing(in: folder), from: folder)
        let error = try #require(throws: (any Error).self) { try load.run() }
        return "\(error)"
    }
}
