import Mustache
import Scorecard

/// The step in which risks are entered, and notes on measures that are off target or got worse.
struct ActionsStepPage: StepPage {
    static let template = "editions/actions"
    let frame: StepFrame
    let source: EditionSource
    /// The measures that a note can be written on.
    let noted: [Standing]
    /// What their officers last said, by the measure’s id.
    let commentary: [Int64: Commentary]
    /// What was sent, where it is shown again.
    let form: TypedStepForm?

    private var faults: FieldFaults { frame.faults }
    private var content: EditionContent { form?.over(source.content) ?? source.content }

    var own: TemplateRecord {
        var values: TemplateRecord = [
            "previewHref": .text(EditionLinks.preview(source.edition.slug))
        ]
        values.append("risks", risks)
        values.append("rule", .text(RiskScore.rule))
        values.append("most", .text("\(ActionsForm.mostOfNote)"))
        values.append("hasExceptions", .flag(!noted.isEmpty))
        values.append("exceptions", .list(noted.map(exception)))
        return values
    }

    private var risks: TemplateValue {
        func choices(_ scale: [RiskScale]) -> StepGridSection.Column.Kind {
            .choice([("", "Choose")] + scale.map { ("\($0.number)", "\($0.number) \($0.words)") })
        }
        return StepGridSection(
            rows: ActionsForm.risks(source.content, form),
            columns: [
                .init(name: "what", label: "What could happen", kind: .area),
                .init(
                    name: "likelihood", label: "Likelihood",
                    kind: choices(RiskScale.likelihoods)),
                .init(name: "impact", label: "Impact", kind: choices(RiskScale.impacts)),
                .init(name: "doing", label: "What we are doing", kind: .area),
                .init(name: "owner", label: "Who", kind: .line),
                .init(name: "due", label: "By when", kind: .line),
            ], faults: faults
        ).values(
            caption: "Risks",
            hint: "Who is a role, such as Head of early help, and never a name. By when is a date, "
                + "like 30 September 2026. Clear a row to take it away; save to get more rows.")
    }

    private func exception(_ standing: Standing) -> TemplateValue {
        let measure = standing.measure
        let field = EditionField.exception(measure.code)
        let actions = source.delivery.actions.filter { $0.measure == measure.id }
        let said = commentary[measure.id]
        var values: TemplateRecord = [
            "name": .text(field.name), "title": .text(measure.title),
            "href": .text(Links.measure(measure.slug)), "value": .text(content[field]),
            "fault": faults[field.name].template,
            "latest": (standing.latestText).template, "period": (standing.latestPeriod).template,
            "hasOwner": .flag(measure.hasOwner),
            "said": said.map { .record($0.stepValues) } ?? .absent,
            "hasActions": .flag(!actions.isEmpty),
            "actions": .list(actions.map { $0.action.values(on: source.day) }),
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: standing.changeValues)
        return .record(values)
    }
}

extension Commentary {
    /// What officers said, for who adds a note to it.
    fileprivate var stepValues: TemplateRecord {
        [
            "period": .text(period.label), "by": .text(authorRole),
            "published": .text(published.label),
            "what": .text(nothingReason ?? whatHappened), "why": why.template,
            "doing": whatWeAreDoing.template,
        ]
    }
}
