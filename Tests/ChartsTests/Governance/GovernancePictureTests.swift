import Charts
import Testing

struct GovernancePictureTests {
    private typealias Board = GovernancePicture.Board

    private func picture(_ boards: [(String, [String])]) -> GovernancePicture {
        GovernancePicture(
            id: "gov", title: "Who reports to whom",
            boards: boards.map { Board($0, ["Board \($0)"], reportsTo: $1) })
    }

    private func number(_ element: Markup.Element, _ name: String) throws -> Double {
        try #require(element.attributes[name].flatMap(Double.init))
    }

    /// Boxes by the words of their boards, for boards whose name is one line.
    private func boxes(
        _ drawing: Markup, _ names: [String]
    ) throws -> [String: (x: Double, y: Double, right: Double, bottom: Double)] {
        let words = drawing.texts.filter {
            $0.hasPrefix("Board ") && names.contains(String($0.dropFirst(6)))
        }
        let rectangles = drawing.all("rect", "g-board")
        #expect(words.count == rectangles.count)
        var boxes: [String: (x: Double, y: Double, right: Double, bottom: Double)] = [:]
        for (word, box) in zip(words, rectangles) {
            let (x, y) = (try number(box, "x"), try number(box, "y"))
            boxes[String(word.dropFirst(6))] = (
                x, y, x + (try number(box, "width")), y + (try number(box, "height"))
            )
        }
        return boxes
    }

    @Test func `a board stands beside the one it reports to when wide, and below when narrow`()
        throws
    {
        let picture = picture([("a", []), ("b", ["a"]), ("c", ["a"]), ("d", ["b"])])
        let (wide, narrow) = try drawings(of: picture)
        let across = try boxes(wide, ["a", "b", "c", "d"])
        let (a, b) = (try #require(across["a"]), try #require(across["b"]))
        let (c, d) = (try #require(across["c"]), try #require(across["d"]))
        #expect(a.right < b.x && b.x == c.x && b.right < d.x)
        #expect(b.bottom < c.y && a.y > b.y && a.bottom < c.bottom)
        #expect(wide.all("polyline", "g-report").count == 3)
        #expect(wide.all("polygon", "g-arrow").count == 2)

        let down = try boxes(narrow, ["a", "b", "c", "d"])
        let tops = ["a", "b", "d", "c"].compactMap { down[$0]?.y }
        #expect(tops == tops.sorted() && tops.count == 4)
        #expect(["a", "b", "d"].compactMap { down[$0]?.x } == [1, 21, 41])
        #expect(down["c"]?.x == 21)
        #expect(narrow.all("polyline", "g-report").count == 3)
    }

    @Test func `a board that reports to two has a line to both where there is room`() throws {
        let picture = picture([("a", []), ("b", ["a"]), ("c", ["a"]), ("d", ["b", "c"])])
        let (wide, narrow) = try drawings(of: picture)
        #expect(wide.all("polyline", "g-report").count == 3)
        #expect(wide.all("polyline", "g-report-also").count == 1)
        #expect(!wide.texts.contains { $0.hasPrefix("Also") })
        #expect(narrow.all("polyline", "g-report-also").isEmpty)
        #expect(narrow.texts.contains("Also reports to Board c"))
    }

    @Test func `a line that would cross a column is written instead`() throws {
        let wide = try drawings(of: picture([("a", []), ("b", ["a"]), ("d", ["b", "a"])])).wide
        #expect(wide.all("polyline", "g-report-also").isEmpty)
        #expect(wide.texts.contains("Also reports to Board a"))
    }

    @Test(
        arguments: [
            ([("a", ["b"]), ("b", ["a"])], 1), ([("a", ["a"])], 0),
            ([("a", ["b"]), ("b", ["c"]), ("c", ["a"]), ("d", ["c"])], 3),
            ([("a", ["b", "b"]), ("b", ["a", "x"])], 1),
            ([("a", []), ("b", ["c"]), ("c", ["b", "a"])], 1),
        ] as [([(String, [String])], Int)])
    func `boards that report in a ring are all drawn once`(
        boards: [(String, [String])], lines: Int
    ) throws {
        let (wide, narrow) = try drawings(of: picture(boards))
        for drawing in [wide, narrow] {
            #expect(drawing.all("rect", "g-board").count == boards.count)
            #expect(drawing.all("polyline", "g-report").count == lines)
        }
    }

    @Test func `in a ring the first stands at the top and says whom it reports to`() throws {
        let wide = try drawings(of: picture([("a", ["b"]), ("b", ["a"])])).wide
        #expect(wide.texts.contains("Reports to Board b"))
    }

    @Test func `boards that stand alone are in rows of three below`() throws {
        let picture = picture([
            ("p", []), ("a", []), ("b", ["a"]), ("q", ["unknown"]), ("r", []), ("s", []),
        ])
        let (wide, narrow) = try drawings(of: picture)
        let across = try boxes(wide, ["a", "b", "p", "q", "r", "s"])
        #expect(Set(["p", "q", "r"].compactMap { across[$0]?.y }).count == 1)
        let (a, p) = (try #require(across["a"]), try #require(across["p"]))
        let (r, s) = (try #require(across["r"]), try #require(across["s"]))
        #expect(a.bottom < p.y && r.bottom < s.y && p.x == s.x && r.right <= 720)
        for drawing in [wide, narrow] {
            #expect(drawing.texts.contains("Boards that report to no other in this picture"))
        }
        let alone = try drawings(of: self.picture([("p", []), ("q", [])])).wide
        #expect(!alone.texts.contains { $0.hasPrefix("Boards that") })
    }

    @Test func `more than four steps stand below each other`() throws {
        let chain = (0..<40).map { ("\($0)", $0 > 0 ? ["\($0 - 1)"] : []) }
        let (wide, narrow) = try drawings(of: picture(chain))
        for drawing in [wide, narrow] {
            for box in drawing.all("rect", "g-board") { #expect(try number(box, "width") >= 180) }
            #expect(drawing.all("rect", "g-board").count == 40)
        }
    }

    @Test func `no two boxes overlap and all are inside the drawing`() throws {
        let boards = (0..<24).map { ("\($0)", $0 % 5 == 0 ? [] : ["\($0 / 3)", "\($0 / 2)"]) }
        let (wide, narrow) = try drawings(of: picture(boards))
        for drawing in [wide, narrow] {
            let svg = try #require(drawing.all("svg").first)
            let boxes = try drawing.all("rect", "g-board").map { box in
                let (x, y) = (try number(box, "x"), try number(box, "y"))
                return (
                    x: x, y: y, right: x + (try number(box, "width")),
                    bottom: y + (try number(box, "height"))
                )
            }
            #expect(boxes.count == boards.count)
            for (index, box) in boxes.enumerated() {
                #expect(box.x >= 0 && box.y >= 0)
                #expect(try box.right <= number(svg, "width"))
                #expect(try box.bottom <= number(svg, "height"))
                for other in boxes[(index + 1)...] {
                    let isApart =
                        box.right < other.x || other.right < box.x || box.bottom < other.y
                        || other.bottom < box.y
                    #expect(isApart)
                }
            }
        }
    }

    @Test func `words are wrapped to their box, the name in bold`() throws {
        let picture = GovernancePicture(
            id: "x", title: "X",
            boards: [
                Board(
                    "a", ["Stockport Safeguarding Children Partnership", "Three partners lead it"]),
                Board("b", [], reportsTo: []),
            ])
        let (wide, _) = try drawings(of: picture)
        #expect(wide.texts.contains("Stockport Safeguarding"))
        #expect(wide.texts.contains("Children Partnership"))
        #expect(wide.all("text", "t-strong").count == 3)
        #expect(wide.texts.contains("Three partners lead it") && wide.texts.contains("b"))
    }

    @Test func `the picture is told board by board`() {
        let words = picture([
            ("a", []), ("b", ["a"]), ("c", ["b", "a"]), ("p", []), ("q", []),
        ]).alternative
        #expect(
            words == """
                Diagram of 5 boards. Board b reports to Board a. Board c reports to Board b and \
                Board a. Board p and Board q report to no other board in the picture.
                """)
        #expect(
            picture([("p", [])]).alternative
                == "Diagram of 1 board. Board p reports to no other board in the picture.")
    }

    @Test func `without boards there is no drawing`() {
        #expect(picture([]).svg().isEmpty)
    }
}
