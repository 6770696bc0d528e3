import Testing

@testable import Spreadsheet

@Suite struct WrittenMomentTests {
    /// The first and the last ones are those of ECMA-376 part 1, 18.17.4.1; others by LibreOffice.
    @Test(arguments: [
        ("1900-03-01", "61"), ("1970-01-01", "25569"), ("2000-02-29", "36585"),
        ("2023-03-15", "45000"), ("2023-03-15T12:00:00", "45000.5"),
        ("2023-03-15T12:00", "45000.5"),
        ("2023-03-15T00:00:00Z", "45000"), ("06:00", "0.25"), ("9999-12-31", "2958465"),
        ("2025-03-31T13:45:30", "45747.57326388889"),
    ])
    func `a day is counted as Excel counts`(text: String, serial: String) {
        #expect(WrittenMoment(text)?.serial == serial)
    }

    @Test(arguments: ["1900-02-28", "1899-12-31", "0001-01-01"])
    func `a day that Excel counts wrong has no number`(text: String) {
        #expect(WrittenMoment(text) != nil)
        #expect(WrittenMoment(text)?.serial == nil)
    }

    @Test(arguments: [
        "", "T", "2026", "2026-13-01", "2026-02-29", "2026-00-10", "2026-6-1", "2026-06-30T",
        "2026-06-30T24:00", "2026-06-30 10:00", "25:00", "10:60", "10:00:60", "10:00:00.",
        "٢٠٢٦-٠٦-٣٠", "-026-06-30", "2026-06-30T10:00:00+01:00", "99999-01-01",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(WrittenMoment(text) == nil)
    }

    @Test(arguments: ["2026-06-30", "2026-06-30T14:30:00", "2026-06-30T14:30:00.250", "09:05:00"])
    func `a moment is written as it was read`(text: String) {
        #expect(WrittenMoment(text)?.description == text)
    }
}
