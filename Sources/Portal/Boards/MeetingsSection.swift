import Mustache
import Scorecard

extension TemplateRecord {
    /// Appends the values of `boards/meetings`.
    mutating func append(meetings: BoardMeetings) {
        let next = meetings.coming.first
        append("next", next?.values ?? .absent)
        append("later", .list(meetings.coming.dropFirst().map(\.values)))
        append("hasLater", .flag(meetings.coming.count > 1))
        append("past", .list(meetings.past.map(\.values)))
        append("hasPast", .flag(!meetings.past.isEmpty))
        append("hasMeetings", .flag(next != nil || !meetings.past.isEmpty))
    }
}

extension BoardMeetings.Meeting {
    fileprivate var values: TemplateValue {
        [
            "day": .text(entry.day.label),
            "name": entry.title.template,
            "place": entry.place.template,
            "papers": entry.papers.template,
            "note": entry.note.template,
            "reports": .list(
                reports.map { report in
                    ["href": .text(Links.report(report.slug)), "title": .text(report.title)]
                }),
        ]
    }
}
