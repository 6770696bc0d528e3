import Mustache
import Scorecard

/// A form for what a committee said of a report.
struct NewCommentPage: Page {
    static let template = "committee/new"
    let section: Section? = .reports
    var address: String? { EditionLinks.newComment(version.edition.slug) }
    var summary: String { "Record what the committee said of \(version.title)." }
    /// The latest published version of the report.
    let version: EditionVersion
    let measures: [CommentableMeasure]
    let form: CommentForm
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        let (slug, title) = (version.edition.slug, version.title)
        let fields = CommentFieldsSection(
            form: form, measures: measures, about: nil, faults: faults)
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Links.reports, Link(href: Links.report(slug), label: title),
            ].template,
            "report": .text(title),
            "action": .text(EditionLinks.newComment(slug)),
            "cancelHref": .text(Links.report(slug)),
            "answering": .list([fields.assigned, fields.due].map(\.values)),
        ]
        values.append(contentsOf: fields.values)
        values.append(contentsOf: faults.values)
        return values
    }
}
