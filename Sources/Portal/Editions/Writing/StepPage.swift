import Mustache
import Scorecard

/// A page with the form of one step of writing a report, in the frame `editions/step-frame`.
protocol StepPage: Page {
    var frame: StepFrame { get }
    /// What the template names besides the frame.
    var own: TemplateRecord { get }
}

extension StepPage {
    var section: Section? { .reports }
    var address: String? { EditionLinks.step(frame.step, frame.version.edition.slug) }
    var summary: String { "\(frame.step.title): \(frame.version.title)." }
    var values: TemplateRecord {
        var values = frame.values
        values.append(contentsOf: own)
        return values
    }
}

/// What stands around the form of a step.
struct StepFrame {
    let version: EditionVersion
    let step: EditionStep
    /// The version and the revision that the form was first drawn from, where it is drawn again.
    var drawnVersion: String?
    var base: Int?
    var faults = FieldFaults(all: [])
    /// The step that was saved on the way here, and whether others had changed something else.
    var saved: EditionStep?
    var isMerged = false

    /// The values of `editions/step-frame`.
    var values: TemplateRecord {
        let slug = version.edition.slug
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports, version.draftLink].template,
            "stepTitle": .text(step.title),
            "reportTitle": .text(version.title),
            "versionLabel": .text(version.label),
            "action": .text(EditionLinks.step(step, slug)),
            "revision": .text("\(base ?? version.revision)"),
            "version": .text(drawnVersion ?? "\(version.id)"),
            "saved": saved.map { .text(Self.words(saved: $0, isMerged)) } ?? .absent,
            "next": (step.next?.title.lowercasedFirst).template,
            "cancelHref": .text(EditionLinks.draft(slug)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// What is said of a step that was saved.
    static func words(saved step: EditionStep, _ isMerged: Bool) -> String {
        "Saved: \(step.title.lowercasedFirst)."
            + (isMerged ? " Somebody else had changed something else, and that is kept, too." : "")
    }
}
