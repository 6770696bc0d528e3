@testable import HTTPServer

/// Any text as a date, and any moment written and read again.
enum HTTPDateFuzz {
    static func run(_ bytes: [UInt8]) {
        if let date = HTTPDate(String(decoding: bytes, as: UTF8.self)) { check(date) }
        // The years that four digits can write.
        let years =
            HTTPDate.days(
                year: 1, month: 1, day: 1)...HTTPDate.days(
                year: 9999, month: 12, day: 31)
        let number = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        let seconds = Int(number % UInt64(years.count * 86_400)) + years.lowerBound * 86_400
        check(HTTPDate(seconds: seconds))
    }

    private static func check(_ date: HTTPDate) {
        let text = date.description
        demand(text.utf8.count == 29, "a date has 29 characters: \(text)")
        demand(HTTPDate(text) == date, "a date that is written is read: \(text)")
    }
}
