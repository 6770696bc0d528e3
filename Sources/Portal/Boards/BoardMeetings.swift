import Scorecard

/// The meetings of a board, on a day: what was, and what comes next.
struct BoardMeetings {
    /// A meeting with all reports that it had.
    struct Meeting {
        let entry: MeetingEntry
        fileprivate(set) var reports: [(slug: String, title: String)] = []
    }

    /// The meetings to come, the nearest first; one today is still to come.
    let coming: [Meeting]
    /// Those that were, the latest first.
    let past: [Meeting]

    init(_ entries: [MeetingEntry], on day: Day) {
        var meetings: [Meeting] = []
        for entry in entries {
            if meetings.last?.entry.day != entry.day {
                meetings.append(Meeting(entry: entry))
            }
            guard let slug = entry.reportSlug, let title = entry.reportTitle else { continue }
            meetings[meetings.count - 1].reports.append((slug, title))
        }
        coming = meetings.filter { $0.entry.day >= day }.reversed()
        past = meetings.filter { $0.entry.day < day }
    }
}
