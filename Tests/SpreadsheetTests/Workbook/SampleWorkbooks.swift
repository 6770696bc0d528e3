import Foundation
import Spreadsheet
import Testing

/// WrittenWorkbooks for other programs to open, with what those must find in them.
///
/// `Tests/Sheets/run` asks for them by naming a folder in `PORTAL_SHEETS_OUT`, and compares.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PORTAL_SHEETS_OUT"] != nil))
struct SampleWorkbooks {
    @Test(arguments: Sample.all) func `a sample is written`(sample: Sample) throws {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["PORTAL_SHEETS_OUT"] ?? ".")
        for (format, ending) in [(WorkbookWriter.Format.xlsx, "xlsx"), (.ods, "ods")] {
            var writer = try WorkbookWriter(
                format, title: sample.title, created: "2026-07-01T09:30:10Z",
                sheets: sample.sheets.map(\.layout))
            for sheet in sample.sheets {
                for row in sheet.rows { try writer.append(row) }
                try writer.endSheet()
            }
            try Data(writer.finish()).write(to: folder.appending(path: "\(sample.name).\(ending)"))
        }
        let expected = try JSONEncoder().encode(sample.expected)
        try expected.write(to: folder.appending(path: "\(sample.name).json"))
    }
}

/// A workbook of several sheets.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let title: String
    let sheets: [(layout: SheetLayout, rows: [[WrittenCell]])]

    var testDescription: String { name }

    /// What a reader must find: the kind and the text of each cell.
    var expected: [String: [[[String]]]] {
        var result: [String: [[[String]]]] = [:]
        for sheet in sheets { result[sheet.layout.name] = sheet.rows.map { $0.map(\.expected) } }
        return result
    }

    static let all = [texts, values, template, large]

    private static let texts = Sample(
        name: "texts", title: "Texts & <marks>",
        sheets: [
            (
                SheetLayout(
                    name: "Texts",
                    columns: [SheetColumn(width: 40, style: .text), SheetColumn(width: 40)]),
                [["text", "again"].map { WrittenCell(.text($0), .header) }]
                    + awkward.map { text in
                        [
                            WrittenCell(.text(text)),
                            WrittenCell(.text(text), .number(decimals: 2).asInput),
                        ]
                    }
            ),
            (SheetLayout(name: "Data & “notes” <2>", columns: []), [[WrittenCell(.text("x"))]]),
            (SheetLayout(name: "It's 100% 'quoted' é 中", columns: [], headingRows: 0), []),
        ])

    /// Formulas, numbers and dates that are none, white space, escapes, scripts, marks, controls.
    private static let awkward = [
        "=1+1", "=HYPERLINK(\"http://example.org\")", "+44 20", "-1", "-", "@SUM(A1)", "\t=1+1",
        "\r=1+1", "{=1}", "'quoted", "007", "1/2", "1-2", "3E5", "12", "0.5", "50%", "TRUE",
        "2026-06-30", "June 2026", "#N/A", "#DIV/0!", "[c]", "[x]", " leading", "trailing ",
        "  both  ", "a   b", " ", "   ", "one\ntwo", "\nfirst", "last\n", "a\n\nb", "a\r\nb",
        "tab\there", "\t", " \t ", "<b>&amp;</b>", "]]>", "\"q\" 'a'", "_x000D_", "_x0041_x0042_",
        "_", "bell\u{7}", "nul\u{0}", "\u{1B}[0m", "\u{7F}", "é", "e\u{301}", "中文", "العربية",
        "😀👩‍👩‍👧", "\u{FEFF}mark", "\u{200B}", "\u{2028}", "\u{FFFE}", "\u{10FFFF}", "£5 – €6",
        "a;b,c|d", String(repeating: "long ", count: 6_000),
    ]

    private static let values = Sample(
        name: "values", title: "Values",
        sheets: [
            (
                SheetLayout(name: "Values", columns: [], headingRows: 0, headingColumns: 1),
                [
                    "0", "-1", "3.14", "1e-07", "123456789012345", "0.1", "-0.30", "100000000",
                    "1.50", "99999999999999999999",
                ].map { digits in
                    [
                        WrittenCell(.number(digits, .plain)),
                        WrittenCell(.number(digits, .plain), .number(decimals: 2)),
                        WrittenCell(.number(digits, .plain), .number(decimals: 0).asInput),
                        WrittenCell(.number(digits, .percentage), .percentage(decimals: 1)),
                        WrittenCell(.number(digits, .plain), .text),
                    ]
                }
                    + ["1900-03-01", "2024-02-29", "2026-06-30", "9999-12-31"].map { day in
                        [
                            WrittenCell(.date(day)), WrittenCell(.date(day), .date(.words)),
                            WrittenCell(.date(day), .date(.iso).asLocked), WrittenCell(.blank),
                            WrittenCell(.date(day + "T14:30:15"), .date(.moment)),
                        ]
                    }
                    + [
                        [
                            WrittenCell(.boolean(true)), WrittenCell(.boolean(false), .text),
                            WrittenCell(.blank, .text.asInput), WrittenCell(.text("end")),
                        ], [], [WrittenCell(.text("after a blank row"))],
                    ]
            )
        ])

    private static let template = Sample(
        name: "template", title: "Return for Q1 2026-27",
        sheets: [
            (
                SheetLayout(
                    name: "How to fill this in", columns: [SheetColumn(width: 90, style: .note)]),
                [
                    [WrittenCell(.text("How to fill this in"), .header)],
                    [
                        WrittenCell(
                            .text("Fill in the yellow boxes.\nLeave the grey ones as they are."))
                    ],
                ]
            ),
            (
                SheetLayout(
                    name: "Return",
                    columns: [
                        SheetColumn(width: 12, style: .text.asLocked),
                        SheetColumn(width: 40, style: .text.asLocked),
                        SheetColumn(width: 18, style: .date(.words).asLocked),
                        SheetColumn(width: 12, style: .number(decimals: 1).asInput),
                        SheetColumn(width: 12, style: .percentage(decimals: 0).asInput),
                        SheetColumn(
                            width: 20, style: .text.asInput,
                            choices: ["Final", "Provisional", "Estimated", "Nothing to report"]),
                        SheetColumn(width: 40, style: .note.asInput),
                    ], headingRows: 2, headingColumns: 2, isLandscape: true, isProtected: true),
                [
                    [WrittenCell(.text("Return for Q1 2026-27"), .header)],
                    ["Code", "Measure", "Period ends", "Value", "Share", "Figure is", "Note"]
                        .map { WrittenCell(.text($0), .header) },
                ]
                    + (1...30).map { number in
                        [
                            .text("00\(number)"), .text("Homes made decent, by ward \(number)"),
                            .date("2026-06-30"), number == 3 ? .number("12.5", .plain) : .blank,
                            .blank, number == 3 ? .text("Provisional") : .blank, .blank,
                        ].map { WrittenCell($0) }
                    }
            ),
        ])

    private static let large = Sample(
        name: "large", title: "Many rows",
        sheets: [
            (
                SheetLayout(name: "Rows", columns: [SheetColumn(width: 30, style: .text)]),
                (0..<30_000).map { row in
                    [
                        WrittenCell(.text("row \(row)")), WrittenCell(.number("\(row)", .plain)),
                        WrittenCell(.text(["a", "b"][row % 2])),
                    ]
                }
            )
        ])
}

extension WrittenCell {
    /// The kind and the text that a reader must find.
    fileprivate var expected: [String] {
        switch value {
        case .blank, .merged: ["blank", ""]
        case .text(let text), .error(let text), .formula(let text): ["text", text]
        case .number(let digits, .plain): ["number", digits]
        case .number(let digits, .percentage): ["percentage", digits]
        case .boolean(let isTrue): ["boolean", String(isTrue)]
        case .date(let text): ["date", text]
        }
    }
}
