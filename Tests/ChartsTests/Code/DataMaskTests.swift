import Testing

@testable import Charts

struct DataMaskTests {
    // Figure 21: the upper left corner of each, dark where modules are inverted.
    @Test(
        arguments: zip(
            DataMask.allCases,
            [
                ["# # # ", " # # #", "# # # ", " # # #", "# # # ", " # # #"],
                ["######", "      ", "######", "      ", "######", "      "],
                ["#  #  ", "#  #  ", "#  #  ", "#  #  ", "#  #  ", "#  #  "],
                ["#  #  ", "  #  #", " #  # ", "#  #  ", "  #  #", " #  # "],
                ["###   ", "###   ", "   ###", "   ###", "###   ", "###   "],
                ["######", "#     ", "#  #  ", "# # # ", "#  #  ", "#     "],
                ["######", "###   ", "## ## ", "# # # ", "# ## #", "#   ##"],
                ["# # # ", "   ###", "#   ##", " # # #", "###   ", " ###  "],
            ]))
    func `a mask inverts these modules`(mask: DataMask, rows: [String]) {
        let drawn = (0..<6).map { row in
            (0..<6).map { mask.inverts(.init(row: row, column: $0)) ? "#" : " " }.joined()
        }
        #expect(drawn == rows)
    }
}
