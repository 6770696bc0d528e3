import Mustache
import Scorecard

/// The form about a report.
struct AboutStepPage: StepPage {
    static let template = "editions/about"
    let frame: StepFrame
    let form: AboutForm
    let boards: [BoardRole]
    /// The days on which boards meet after the period, with whose they are.
    let meetings: [Link]

    var own: TemplateRecord {
        let faults = frame.faults
        return [
            "titleField": FieldSection(
                name: EditionField.title.name, label: "Title (optional)",
                hint: "Leave empty to call it “\(frame.version.edition.usualTitle)”.",
                value: form.title, fault: faults[EditionField.title.name]
            ).values,
            "boardFault": faults[EditionField.board.name].template,
            "boards": .list(
                boards.map { board in
                    [
                        "value": .text(board.slug), "words": .text(board.title),
                        "chosen": .flag(board.slug == form.board),
                    ]
                }),
            "meetingField": FieldSection(
                name: EditionField.meeting.name, label: "Day of the meeting",
                hint: "For example, 26 November 2026.", value: form.meeting,
                fault: faults[EditionField.meeting.name],
                list: meetings.isEmpty ? nil : "meetings"
            ).values,
            "meetings": .list(
                meetings.map { ["value": .text($0.href), "words": .text($0.label)] }),
            "reportOfField": FieldSection(
                name: EditionField.reportOf.name, label: "Report of",
                hint: "Roles, not names of people.", value: form.reportOf,
                fault: faults[EditionField.reportOf.name]
            ).values,
        ]
    }
}
