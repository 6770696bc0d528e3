import Testing

@testable import Spreadsheet

@Suite struct NumberKindTests {
    /// Codes of ECMA-376 part 1, 18.8.30 and 18.8.31, and what programs write beside them.
    @Test(arguments: [
        ("General", NumberKind.plain), ("0.00", .plain), ("#,##0.00", .plain), ("0%", .percentage),
        ("0.0%;[Red]-0.0%", .percentage), ("0.00E+00", .plain), ("# ?/?", .plain), ("@", .plain),
        ("\"Day \"0", .plain), ("[Red]0;[Blue]-0", .plain), ("\\d0", .plain), ("0\" %\"", .plain),
        ("_-* #,##0.00_-;-* #,##0.00_-", .plain), ("0_d", .plain), ("*d0", .plain),
        ("[$£-809]#,##0.00", .plain), ("[>=1000]0,\"k\";0", .plain), ("_£0", .plain),
        ("yyyy-mm-dd", .day), ("dd/mm/yyyy;@", .day), ("[$-809]dd mmmm yyyy", .day),
        ("mmm", .day), ("yyyy\"Q\"", .day), ("e", .day), ("[$-F800]dddd, mmmm dd, yyyy", .day),
        ("d/m/yy h:mm", .moment), ("yyyy\\-mm\\-dd\\Thh:mm:ss", .moment), ("hh:mm", .time),
        ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("[$-F400]h:mm:ss AM/PM", .time),
        ("[h]:mm", .duration), ("[mm]:ss", .duration), ("[ss]", .duration), ("", .plain),
        ("\"", .plain), ("[", .plain), ("\\", .plain), ("0;yyyy", .plain),
    ])
    func `a format code says what numbers are`(code: String, kind: NumberKind) {
        #expect(NumberKind(code: code) == kind)
    }
}
