import Testing

@testable import Portal

@Suite struct PastedFiguresTests {
    @Test(arguments: [
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\t2\r\n3\t4\r\n\r\n", [["1", "2"], ["3", "4"]]),
        ("\u{A0}1 \t\"2\"", [["1", "2"]]),
        ("\"a\nb\"\t\"say \"\"x\"\"\"\n2", [["a b", "say \"x\""], ["2"]]),
        ("\"a\tb", [["\"a", "b"]]), ("", []), ("\n\n1", [[""], [""], ["1"]]),
        // The last cell of what was copied may be empty.
        ("1\t", [["1", ""]]), ("1\t2\n3\t", [["1", "2"], ["3", ""]]), ("\t", []),
    ])
    func `cells are read as spreadsheets copy them`(text: String, cells: [[String]]) {
        #expect(PastedBlock(text).lines.map(\.cells) == cells)
    }

    private static func figures(_ text: String) throws -> PastedFigures {
        let desk = try ReturnsDesk()
        let all = desk.entries.filter { $0.returnID == desk.plans.returnID }
        let heading = try #require(try desk.portal.database().returnHeading(desk.plans.returnID))
        let account = Account(
            id: 1, userName: "o", name: "O", service: nil,
            grants: [Grant(role: .officer, scope: .everything)])
        let grid = try #require(ReturnGrid(heading, all: all, for: account))
        return PastedFigures(PastedBlock(text), into: grid.rows)
    }

    @Test(arguments: [
        // In the order of the rows; a number typed elsewhere may stand there, too.
        (
            "70\t100\n60\t100",
            "Plans in time Top number 70, Plans in time Bottom number 100, "
                + "Plans agreed with the family Top number 60"
        ),
        // With a line that says what the columns are.
        (
            "Top number\tBottom number\n70\t100",
            "Plans in time Top number 70, "
                + "Plans in time Bottom number 100"
        ),
        // A line without figures leaves its row as it is.
        (
            "\n\n12\tfinal",
            "Children missing school Top number 12, "
                + "Children missing school Figure is final"
        ),
        // By names and codes, in any order, with groups.
        (
            "CALM\t3\nchildren missing school\t12\nMISSING\tsen children\t4",
            "Calm score Top number 3, Children missing school Top number 12, "
                + "Children missing school, SEN children Top number 4"
        ),
    ])
    func `each cell goes where it belongs`(text: String, places: String) throws {
        let figures = try Self.figures(text)
        #expect(figures.faults == [])
        #expect(
            figures.cells.map { "\($0.row) \($0.column) \($0.text)" }.joined(separator: ", ")
                == places)
    }

    @Test(arguments: [
        ("", "Paste the cells that you copied"),
        ("Top\tBottom", "There are no figures in what you pasted"),
        ("\n\n5\t6", "Line 3, column 2: Children missing school needs no bottom number"),
        ("1\n1\n1\n1\n1\n1\n1", "Line 7: there are only 6 rows to fill in"),
        ("1\t2\t3", "Line 1, column 3: nothing is filled in from there"),
        ("CALM\t3\nNOWHERE\t4", "Line 2: there is no measure called “NOWHERE” to fill in"),
        ("CALM\t3\ncalm\t4", "Line 2: Calm score is already on line 1"),
    ])
    func `what cannot be placed is named by its line and nothing is filled in`(
        text: String, words: String
    ) throws {
        let figures = try Self.figures(text)
        #expect(figures.faults == [words])
        #expect(figures.cells == [])
    }
}
