import Scorecard

/// In what form the trail is written to a file.
package enum TrailFormat: String, CaseIterable, Sendable {
    /// A table for spreadsheets, where what they would take for a formula has an apostrophe
    /// before it.
    case csv
    /// One JSON object a line, with every text as it is hashed.
    case jsonl

    var contentType: String {
        switch self {
        case .csv: SheetWriter.contentType
        case .jsonl: "application/jsonl; charset=utf-8"
        }
    }
}

/// The trail as a file: the oldest entry first, each with its hash and that of the one before.
package struct TrailExport {
    let filter: TrailFilter
    let format: TrailFormat

    init(_ filter: TrailFilter, _ format: TrailFormat) {
        self.filter = filter
        self.format = format
    }

    /// The entries of some days; `nil` for what are none, or in the wrong order.
    package init?(from: String?, to: String?, _ format: TrailFormat) {
        var filter = TrailFilter()
        filter.from = TrailFilter.TypedDay(text: from ?? "", day: from.flatMap { Day($0) })
        filter.to = TrailFilter.TypedDay(text: to ?? "", day: to.flatMap { Day($0) })
        guard filter.errors.isEmpty, from != "", to != "" else { return nil }
        self.init(filter, format)
    }

    /// The names of what is known of an entry, in order.
    static let columns = [
        "number", "at", "time", "person", "actor", "address", "request", "action",
        "subject_kind", "subject", "before", "after", "reason", "previous_hash", "hash",
    ]
}

/// Writes entries one after the other.
struct TrailWriter {
    private let format: TrailFormat
    private var sheet: SheetWriter
    private var lines: [UInt8] = []

    init(_ format: TrailFormat) {
        self.format = format
        sheet = SheetWriter(columns: TrailExport.columns)
    }

    mutating func write(_ row: TrailRow) {
        switch format {
        case .csv: sheet.write(row.cells.map { $0.text ?? "" })
        case .jsonl:
            let members = zip(TrailExport.columns, row.cells).map { name, cell in
                JSONObject.quoted(name) + ":" + cell.json
            }
            lines += "{\(members.joined(separator: ","))}\n".utf8
        }
    }

    /// Gives away what has been written and not yet taken.
    mutating func take() -> [UInt8] {
        switch format {
        case .csv: return sheet.take()
        case .jsonl:
            defer { lines = [] }
            return lines
        }
    }
}

/// A number, a text or nothing.
private enum TrailCell {
    case number(Int64?)
    case text(String?)

    var text: String? {
        switch self {
        case .number(let number): number.map { "\($0)" }
        case .text(let text): text
        }
    }

    var json: String {
        switch self {
        case .number: text ?? "null"
        case .text(let text): text.map(JSONObject.quoted) ?? "null"
        }
    }
}

extension TrailRow {
    /// What is known of the entry, in the order of the columns.
    fileprivate var cells: [TrailCell] {
        [
            .number(Int64(entry.number)), .number(Int64(entry.at)),
            .text("\(TrailTime(seconds: entry.at))"), .number(entry.person), .text(entry.actor),
            .text(entry.address), .text(entry.request), .text(entry.action),
            .text(entry.subjectKind), .text(entry.subject), .text(entry.before),
            .text(entry.after), .text(entry.reason), .text(previousHash), .text(hash),
        ]
    }
}
