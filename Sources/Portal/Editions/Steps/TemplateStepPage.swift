import Mustache
import Scorecard

/// The form for what a report shows.
struct TemplateStepPage: StepPage {
    static let template = "editions/template"
    let frame: StepFrame
    let form: TemplateForm
    let choices: EditionChoices

    var own: TemplateRecord {
        let faults = frame.faults
        return [
            "touches": .list(
                [
                    ("full", "Full report", "Every section, with full tables of measures."),
                    (
                        "light", "Light touch",
                        "Highlights and exceptions first; full tables are left out or stand in the "
                            + "appendices."
                    ),
                ].map { value, words, hint in
                    [
                        "id": .text("touch-\(value)"), "value": .text(value),
                        "words": .text(words), "hint": .text(hint),
                        "chosen": .flag(form.touch == value),
                    ]
                }),
            "touchFault": faults["touch-full"].template,
            "sections": .list(
                ReportSection.allCases.map {
                    box(TemplateForm.sectionMark, $0.rawValue, $0.title, form.sections)
                }),
            "sectionsFault": fault(TemplateForm.sectionMark),
            "scorecards": .list(choices.scorecards.map(scorecard)),
            "scorecardsFault": fault(TemplateForm.scorecardMark),
            "columns": .list(
                ReportColumn.allCases.map {
                    box(TemplateForm.columnMark, $0.rawValue, $0.title, form.columns)
                }),
            "columnsFault": fault(TemplateForm.columnMark),
            "listed": .text(form.listed.joined(separator: "\n")),
            "hasMeasures": .flag(!choices.groups.isEmpty),
            "measuresCaption": .text(
                "\(choices.codes.count.counted("measure")) of the scorecards as they are saved"),
            "groups": .list(choices.groups.map(group)),
        ]
    }

    /// What is wrong with boxes of one kind.
    private func fault(_ mark: String) -> TemplateValue {
        (frame.faults.all.first { $0.field.hasPrefix(mark) }?.words).template
    }

    private func box(
        _ mark: String, _ key: String, _ words: String, _ ticked: Set<String>
    ) -> TemplateValue {
        [
            "name": .text(mark + key), "words": .text(words),
            "ticked": .flag(ticked.contains(key)),
        ]
    }

    private func scorecard(_ heading: ScorecardHeading) -> TemplateValue {
        let place = TemplateForm.placeMark + heading.slug
        return [
            "name": .text(TemplateForm.scorecardMark + heading.slug),
            "title": .text(heading.title),
            "detail": heading.strategy.flatMap { strategy in
                strategy.title == heading.title ? nil : strategy.title
            }.template,
            "ticked": .flag(form.scorecards.contains(heading.slug)),
            "placeName": .text(place),
            "place": .text(form.places[heading.slug] ?? ""),
            "placeFault": frame.faults[place].template,
        ]
    }

    private func group(_ group: ReportedGroup) -> TemplateValue {
        let title = group.headline.title
        return [
            "title": .text(
                choices.chosen.count > 1 ? "\(group.scorecard.title): \(title)" : title),
            "rows": .list(group.measures.map(row)),
        ]
    }

    private func row(_ measure: MeasureFacts) -> TemplateValue {
        let featured = TemplateForm.featuredMark + measure.code
        var values: TemplateRecord = [
            "title": .text(measure.title), "code": .text(measure.code),
            "href": .text(Links.measure(measure.slug)),
            "withoutName": .text(TemplateForm.withoutMark + measure.code),
            "isWithout": .flag(form.without.contains(measure.code)),
            "featuredName": .text(featured),
            "isFeatured": .flag(form.featured.contains(measure.code)),
            "fault": frame.faults[featured].template,
            "hasStatus": .flag(choices.standings[measure.id] != nil),
        ]
        values.append(
            contentsOf: choices.standings[measure.id]?.statusValues
                ?? ["statusClass": .absent, "statusIcon": .absent, "statusWords": .absent])
        return .record(values)
    }
}
