import Scorecard
import Testing

@testable import Portal

@Suite struct CalendarTextTests {
    private func text(_ summary: String) throws -> String {
        let event = CalendarEvent(
            name: "return-1-1@example.org", day: try #require(Day("2026-12-31")),
            changedAt: 1_784_106_123, version: 3, summary: summary,
            address: "https://example.org/returns/1")
        return String(
            decoding: CalendarText(title: "Returns", events: [event]).bytes, as: UTF8.self)
    }

    @Test func `an event is written exactly so`() throws {
        // 1,784,106,123 seconds are 15 July 2026 at 09:02:03 (date -u -d @...).
        #expect(
            try text("Due: A, B; C").contains(
                """
                BEGIN:VEVENT\r
                UID:return-1-1@example.org\r
                DTSTAMP:20260715T090203Z\r
                SEQUENCE:3\r
                DTSTART;VALUE=DATE:20261231\r
                DTEND;VALUE=DATE:20270101\r
                SUMMARY:Due: A\\, B\\; C\r
                TRANSP:TRANSPARENT\r
                URL:https://example.org/returns/1\r
                END:VEVENT\r

                """))
    }

    @Test(arguments: [
        "Children’s “voice” – long " + String(repeating: "é", count: 100),
        String(repeating: "a", count: 300), String(repeating: "👩‍👧", count: 30), "", "\\",
    ])
    func `lines are folded, and unfolded are whole`(_ summary: String) throws {
        let text = try text(summary)
        let lines = text.utf8.split(separator: 13, omittingEmptySubsequences: false)
        #expect(lines.dropFirst().allSatisfy { $0.first == 10 })
        for line in lines.map({ $0.drop { $0 == 10 } }) {
            #expect(line.count <= 75)
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        let whole = text.unicodeScalars.split(separator: "\r").map { String($0.dropFirst()) }
        let unfolded = whole.reduce(into: [String]()) { lines, line in
            if line.unicodeScalars.first == " ", let last = lines.popLast() {
                lines.append(last + String(line.unicodeScalars.dropFirst()))
            } else {
                lines.append(line)
            }
        }
        let escaped = summary == "\\" ? "\\\\" : summary
        #expect(unfolded.contains("SUMMARY:\(escaped)"))
    }

    @Test func `no text begins another line`() throws {
        let text = try text("A\r\nEND:VCALENDAR\nATTENDEE:x\u{0}\u{7}")
        #expect(text.contains("SUMMARY:A\\nEND:VCALENDAR\\nATTENDEE:x\r\n"))
    }
}
