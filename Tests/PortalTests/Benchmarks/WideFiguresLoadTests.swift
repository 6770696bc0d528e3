import SQLite
import Testing

@testable import Portal

@Suite struct WideFiguresLoadTests {
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal()
    }

    @discardableResult
    private func load(_ file: WideFile) throws -> WideFiguresLoad.Outcome {
        try portal.folder.write(file.bytes, to: "wide.csv")
        return try WideFiguresLoad(portal.settings, file: portal.folder.file("wide.csv")).run()
    }

    private func loadFolder(_ change: (inout Catalogue) -> Void) throws {
        var catalogue = Harbourside.catalogue
        change(&catalogue)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
    }

    /// The figures that a file brought, as everyone may see them.
    private func figures() throws -> [String] {
        try portal.database().all(
            """
            SELECT series.code || ' ' || area.code || ' ' || breakdown.code || ' '
                   || figure.period || ' ' || figure.status || ' '
                   || coalesce(figure.value / 1000000, figure.marker)
            FROM published_figure AS figure
            JOIN line ON line.id = figure.line_id AND line.id >= \(WideLine.first)
            JOIN series ON series.id = line.series_id
            JOIN area ON area.id = line.area_id
            JOIN breakdown ON breakdown.id = line.breakdown_id
            ORDER BY 1
            """
        ) { row throws(SQLError) in try row[0, as: String.self] }
    }

    @Test func `a file's figures stand beside the folder's, which have the last word`() throws {
        let before = try [
            "/measures/school-attendance", "/data/measure-school-attendance.csv", "/data",
        ].map {
            try portal.get($0).source
        }
        var file = WideFile()
        file.add([:])
        file.add([.area: "N3", .areaName: "Farmouth, as others call it"])
        file.add([
            .measure: "widgets", .title: "Widgets", .area: "N3",
            .areaName: "Farmouth, as others call it", .unit: "number", .value: "3",
        ])
        file.add([.period: "2024/25 autumn term", .periodType: "term", .value: "8"])
        file.add([.period: "2025-W30", .periodType: "snapshot"])
        guard case .loaded(let counts) = try load(file) else {
            Issue.record("it was loaded before")
            return
        }
        #expect((counts.rows, counts.figures, counts.listed, counts.untold) == (5, 3, 1, 1))
        #expect(
            try figures() == [
                "absence E06000998 All 2024-25-AY final 725",
                "absence-term E06000998 All 2024-25-AUT final 800",
                "widgets N3 All 2024-25-AY final 300",
            ])
        let after = try [
            "/measures/school-attendance", "/data/measure-school-attendance.csv", "/data",
        ].map {
            try portal.get($0).source
        }
        #expect(after == before)
        #expect(try load(file) == .unchanged)
        #expect(try DatabaseCheck(portal.settings).complaints == [])
    }

    @Test func `a file takes the place of the one before it, and no folder does`() throws {
        var file = WideFile()
        file.add([:])
        file.add([.area: "E06000997", .areaName: "Lower Quay", .breakdown: "A group"])
        try load(file)
        file = WideFile()
        file.add([.value: "7.5"])
        try load(file)
        #expect(try figures() == ["absence E06000998 All 2024-25-AY final 750"])
        try loadFolder { $0["Catalogue/measures.csv"].set("title", "Births at home", line: 16) }
        #expect(try figures() == ["absence E06000998 All 2024-25-AY final 750"])
        let gone = try portal.database().first(
            """
            SELECT (SELECT count(*) FROM area WHERE code = 'E06000997')
                + (SELECT count(*) FROM breakdown WHERE code = 'A group')
            """, as: Int.self)
        #expect(gone == 0)
    }

    @Test func `what the folder comes to list is the folder's`() throws {
        var file = WideFile()
        file.add([:])
        try load(file)
        try loadFolder { catalogue in
            catalogue["Catalogue/areas.csv"].add([
                "code": "E06000998", "name": "Upper Quay", "kind": "authority",
            ])
        }
        #expect(try figures() == [])
        // The same file brings it again once the folder lists it no more.
        try loadFolder { _ in }
        try load(file)
        #expect(try figures() == ["absence E06000998 All 2024-25-AY final 725"])
        #expect(try DatabaseCheck(portal.settings).complaints == [])
    }

    @Test func `of several versions readers see the revised one`() throws {
        var file = WideFile()
        file.add([.status: "revised", .value: "2"])
        file.add([.status: "provisional", .value: "1"])
        file.add([.status: "final", .value: "3"])
        try load(file)
        #expect(try figures() == ["absence E06000998 All 2024-25-AY revised 200"])
        let others = try portal.database().all(
            "SELECT status FROM superseded_figure WHERE line_id >= \(WideLine.first)"
        ) { row throws(SQLError) in try row[0, as: String.self] }
        #expect(others == ["final", "provisional"])
    }

    @Test func `small numbers are withheld, also when the rule comes after the file`() throws {
        var file = WideFile()
        for (group, numerator) in [("All", "103"), ("Girls", "3"), ("Boys", "100")] {
            file.add([
                .measure: "moves", .title: "Moves in care", .periodType: "financial_year",
                .breakdown: group, .numerator: numerator, .denominator: "1000", .value: "1",
            ])
        }
        file.add([.value: "", .status: "suppressed", .marker: "c", .numerator: "4"])
        try load(file)
        let shown = [
            "absence E06000998 All 2024-25-AY final c", "moves E06000998 All 2024-25-FY final 100",
            "moves E06000998 Boys 2024-25-FY final c", "moves E06000998 Girls 2024-25-FY final c",
        ]
        #expect(try figures() == shown)
        try loadFolder {
            $0["Catalogue/measures.csv"].replace("small_number_threshold", "0", "MOVES")
        }
        #expect(try figures().filter { $0.hasSuffix(" c") }.count == 1)
        try loadFolder { _ in }
        #expect(try figures() == shown)
    }

    @Test(arguments: [
        (WideColumn.value, "7,2", "«7,2» is not a number like 94.5 with at most 8 decimal places"),
        (.value, "", "is empty, and the status does not say suppressed"),
        (.status, "draft", "«draft» is not one of final, revised, provisional, suppressed"),
        (.period, "2024-25", "«2024-25» is not a period of the type academic_year"),
        (.unit, "number", "«number», and on an earlier row «absence» has «%»"),
        (.marker, "q", "«q» is not one of c, x, z, u, low, k, p, r, e, b"),
        (.publisher, "", "is empty"),
        (
            .area, "X1",
            "«X1» is not in areas.csv and does not begin like the code of an area of the United "
                + "Kingdom, such as E06"
        ),
        (.breakdown, "a\0b", "this is not text in UTF-8; save the file as «CSV UTF-8»"),
    ])
    func `a row that is wrong is refused with its place, and nothing is loaded`(
        column: WideColumn, cell: String, reason: String
    ) throws {
        var file = WideFile()
        file.add([:])
        file.add([.period: "2023/24", column: cell])
        #expect(
            throws: LoadError(
                file: "wide.csv", line: 3, column: column.rawValue, reason: reason)
        ) { try load(file) }
        #expect(try figures() == [])
    }

    @Test func `a row that repeats another is refused`() throws {
        var file = WideFile()
        file.add([:])
        file.add([.value: "8"])
        #expect(
            throws: LoadError(
                file: "wide.csv", line: 3, column: nil,
                reason: "an earlier row has the same measure, area, period, breakdown and status")
        ) { try load(file) }
    }

    @Test func `a file without a column and a database without a catalogue are refused`() throws {
        var file = WideFile()
        file.add([:])
        file.columns.removeLast()
        let error = #expect(throws: LoadError.self) { try load(file) }
        #expect(error?.description.hasPrefix("wide.csv:1: missing: «marker»") == true)
        file.columns.append("marker")
        var settings = portal.settings
        settings.database = portal.folder.file("empty.sqlite")
        try portal.folder.write(file.bytes, to: "wide.csv")
        #expect(throws: WideFiguresLoad.Unready.self) {
            try WideFiguresLoad(settings, file: portal.folder.file("wide.csv")).run()
        }
    }
}
