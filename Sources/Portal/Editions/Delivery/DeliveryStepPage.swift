import Mustache
import Scorecard

/// The step in which is written what was done for each priority.
struct DeliveryStepPage: StepPage {
    static let template = "editions/delivery"
    let frame: StepFrame
    let source: EditionSource
    /// What was sent, where it is shown again.
    let form: TypedStepForm?

    private var faults: FieldFaults { frame.faults }
    private var content: EditionContent { form?.over(source.content) ?? source.content }

    var own: TemplateRecord {
        var values: TemplateRecord = [
            "previewHref": .text(EditionLinks.preview(source.edition.slug))
        ]
        values.append("most", .text(source.template.isLightTouch ? "600" : "2,000"))
        values.append("hasAmbitions", .flag(!source.delivery.ambitions.isEmpty))
        values.append("ambitions", .list(source.deliveryBlocks.compactMap(ambition)))
        values.append("projects", projects)
        values.append("hasPromises", .flag(!source.delivery.promises.isEmpty))
        values.append("promises", .list(source.delivery.promises.map(promise)))
        return values
    }

    private func ambition(_ block: DeliveryBlock) -> TemplateValue? {
        guard let ambition = block.ambition else { return nil }
        let field = EditionField.delivery(ambition.code)
        let worst = Attention.offTarget(among: block.standings).prefix(Self.mostOfWorst)
        let actions = source.delivery.actions.filter {
            $0.objective.map(ambition.objectives.contains) ?? false
        }
        return [
            "name": .text(field.name), "title": .text(ambition.title),
            "boards": ambition.boards.isEmpty
                ? .absent : .text(Wording.list(ambition.boards, "and")),
            "value": .text(content[field]), "fault": faults[field.name].template,
            "counts": RollUp(block.standings.map(\.judgement.status)).tally,
            "hasWorst": .flag(!worst.isEmpty),
            "worst": .list(
                worst.map {
                    [
                        "href": .text(Links.measure($0.measure.slug)),
                        "title": .text($0.measure.title), "latest": ($0.latestText).template,
                        "period": ($0.latestPeriod).template,
                    ]
                }),
            "hasActions": .flag(!actions.isEmpty),
            "actions": .list(actions.map { $0.action.values(on: source.day) }),
        ]
    }

    private var projects: TemplateValue {
        let objectives = source.delivery.ambitions.map { (value: $0.code, label: $0.title) }
        let statuses = ProjectStatus.allCases.map { (value: $0.rawValue, label: $0.words) }
        return StepGridSection(
            rows: DeliveryForm.projects(source.content, form),
            columns: [
                .init(name: "what", label: "What it is", kind: .area),
                .init(
                    name: "objective", label: "Priority",
                    kind: .choice([("", "No one priority")] + objectives)),
                .init(name: "owner", label: "Who", kind: .line),
                .init(name: "due", label: "By when", kind: .line),
                .init(name: "status", label: "Status", kind: .choice([("", "Choose")] + statuses)),
                .init(name: "progress", label: "Progress", kind: .area),
            ], faults: faults
        ).values(
            caption: "Key projects",
            hint: "Who is a role, such as Head of early help, and never a name. By when is a date, "
                + "like 30 September 2026. Clear a row to take it away; save to get more rows.")
    }

    private func promise(_ offer: ReportedPromise) -> TemplateValue {
        let field = EditionField.promise(offer.code)
        return [
            "name": .text(field.name), "offered": .text(TypedStepForm.offered + offer.code),
            "title": .text(offer.promise.title),
            "strategy": .text(offer.promise.strategyTitle),
            "isTicked": .flag(content.has(field)), "youSaid": offer.promise.youSaid.template,
            "evidence": offer.promise.evidence.template,
            "state": .text(state(of: offer.promise)),
        ]
    }

    /// What is known of a promise by now.
    private func state(of promise: Promise) -> String {
        guard promise.done == nil else {
            return promise.doneDate.map { "What was done is recorded, \($0)." }
                ?? "What was done is recorded."
        }
        return ["No update yet.", promise.due(on: source.day)].compactMap(\.self)
            .joined(separator: " ")
    }

    private static let mostOfWorst = 3
}
