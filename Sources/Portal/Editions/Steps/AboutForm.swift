import HTTPServer
import Scorecard

/// What is typed about a report: its title, who receives it and when, and whose it is.
struct AboutForm {
    let title: String
    let board: String
    let meeting: String
    let reportOf: String

    /// A meeting so many days from the end of the period is a slip.
    private static let mostDays = 731

    init(_ sent: Query) {
        let form = StepForm(sent)
        title = form.line(EditionField.title.name)
        board = form.line(EditionField.board.name)
        reportOf = form.line(EditionField.reportOf.name)
        let typed = form.line(EditionField.meeting.name)
        meeting = Day(typed: typed)?.label ?? typed
    }

    init(_ content: EditionContent) {
        title = content[.title]
        board = content[.board]
        meeting = content[.meeting]
        reportOf = content[.reportOf]
    }

    /// The texts to be kept, or what is wrong with them.
    func texts(_ boards: [BoardRole], _ edition: Edition?) -> Result<
        [EditionField: String], FieldFaults
    > {
        var faults: [FieldFault] = []
        if let fault = EditionLimit.fault(title, .title, atMost: EditionLimit.line) {
            faults.append(fault)
        }
        if !board.isEmpty, !boards.contains(where: { $0.slug == board }) {
            faults.append(
                FieldFault(
                    field: EditionField.board.name,
                    words: "Choose a board or committee from the list"))
        }
        if let words = meetingFault(edition) {
            faults.append(FieldFault(field: EditionField.meeting.name, words: words))
        }
        if let fault = EditionLimit.fault(reportOf, .reportOf, atMost: EditionLimit.remark) {
            faults.append(fault)
        }
        guard faults.isEmpty else { return .failure(FieldFaults(all: faults)) }
        return .success([.title: title, .board: board, .meeting: meeting, .reportOf: reportOf])
    }

    private func meetingFault(_ edition: Edition?) -> String? {
        guard !meeting.isEmpty else { return nil }
        guard let day = Day(typed: meeting) else {
            return "Day of the meeting must be a date, like 26 November 2026"
        }
        guard let end = edition?.quarter.end else { return nil }
        let (first, last) = (
            end.adding(days: -Self.mostDays), end.adding(days: Self.mostDays)
        )
        guard day < first || day > last else { return nil }
        return "Day of the meeting must be between \(first.label) and \(last.label)"
    }
}
