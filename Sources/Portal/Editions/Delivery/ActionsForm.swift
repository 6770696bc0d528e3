import HTTPServer
import Scorecard

/// What is typed in the step on risks and exceptions.
struct ActionsForm {
    let step: TypedStepForm
    /// The most characters of what is said of a measure.
    static let mostOfNote = 600

    init(_ sent: Query) {
        var step = TypedStepForm(sent)
        step.take(.risk, ReportRisk.columns, from: sent)
        step.take(named: Self.notes, from: sent)
        self.step = step
    }

    /// The rows for risks.
    static func risks(_ stored: EditionContent, _ step: TypedStepForm? = nil) -> TypedRows {
        TypedRows(.risk, "Risk", ReportRisk.columns, stored: stored, step)
    }

    /// What is wrong, in the order of the page.
    func faults(_ source: EditionSource) -> FieldFaults {
        let notes = source.noted.compactMap { standing -> FieldFault? in
            let field = EditionField.exception(standing.measure.code)
            guard let text = step.fields[field], text.count > Self.mostOfNote else { return nil }
            return FieldFault(
                field: field.name,
                words: "What is said of \(standing.measure.title) must be \(Self.mostOfNote) "
                    + "characters or fewer. It has \(text.count)")
        }
        return FieldFaults(all: riskFaults(source.content) + notes)
    }

    private func riskFaults(_ stored: EditionContent) -> [FieldFault] {
        var rows = Self.risks(stored, step)
        let steps = RiskScale.likelihoods.map { "\($0.number)" }
        rows.need(
            "what", "What the risk is", most: DeliveryForm.mostOfCell, "Enter what the risk is")
        rows.need("likelihood", oneOf: steps, "Choose how likely it is, from 1 to 5")
        rows.need("impact", oneOf: steps, "Choose how much harm it would do, from 1 to 5")
        rows.need(
            "doing", "What we are doing", most: DeliveryForm.mostOfCell,
            "Enter what is done about it")
        rows.need("owner", "Who", most: DeliveryForm.mostOfOwner, "Enter who is responsible")
        rows.needDate("due", "Enter when it will be done")
        return rows.faultsInOrder
    }

    private static let notes = "exception/"
}

extension EditionSource {
    /// The measures of which something can be said besides what their officers say: those off
    /// target or worse, and those that were picked.
    var noted: [Standing] {
        let pressing = Set(CorrectiveActions(self).exceptions.map(\.measure.id))
        return measures.all.filter {
            pressing.contains($0.measure.id) || template.featured.contains($0.measure.code)
        }
    }
}
