import HTTPServer
import Scorecard

/// What is typed and ticked in the step on delivery.
struct DeliveryForm {
    let step: TypedStepForm
    /// The most characters that a cell may have, and the role of an owner.
    static let mostOfCell = 300
    static let mostOfOwner = 100

    init(_ sent: Query) {
        var step = TypedStepForm(sent)
        step.take(named: Self.texts, from: sent)
        step.take(.project, ReportProject.columns, from: sent)
        step.takeTicks(from: sent, EditionField.promise)
        self.step = step
    }

    /// The most characters that may be written of one ambition.
    static func most(_ template: EditionTemplate) -> Int { template.isLightTouch ? 600 : 2_000 }

    /// The rows for projects.
    static func projects(_ stored: EditionContent, _ step: TypedStepForm? = nil) -> TypedRows {
        TypedRows(.project, "Project", ReportProject.columns, stored: stored, step)
    }

    /// What is wrong, in the order of the page.
    func faults(_ source: EditionSource) -> FieldFaults {
        let most = Self.most(source.template)
        let long = source.delivery.ambitions.compactMap { ambition -> FieldFault? in
            let field = EditionField.delivery(ambition.code)
            guard let text = step.fields[field], text.count > most else { return nil }
            return FieldFault(
                field: field.name,
                words: "What was done for \(ambition.shortTitle) must be \(most) characters or "
                    + "fewer. It has \(text.count)")
        }
        return FieldFaults(all: long + projectFaults(source))
    }

    private func projectFaults(_ source: EditionSource) -> [FieldFault] {
        var rows = Self.projects(source.content, step)
        rows.need("what", "What it is", most: Self.mostOfCell, "Enter what the project is")
        rows.need(
            "objective", oneOf: [""] + source.delivery.ambitions.map(\.code),
            "Choose a priority of this report, or none")
        rows.need("owner", "Who", most: Self.mostOfOwner, "Enter who is responsible")
        rows.needDate("due", "Enter when it will be done")
        rows.need(
            "status", oneOf: ProjectStatus.allCases.map(\.rawValue), "Choose how far it is")
        rows.need("progress", "Progress", most: Self.mostOfCell, nil)
        return rows.faultsInOrder
    }

    private static let texts = "delivery/"
}

extension TypedRows {
    /// The faults row by row, each row's in the order of its columns.
    var faultsInOrder: [FieldFault] {
        numbers.flatMap { row in
            columns.compactMap { column in
                faults.first { $0.field == EditionField.cell(table, row, column).name }
            }
        }
    }
}
