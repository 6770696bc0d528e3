import Mustache
import Scorecard

/// Asks why before a published figure is opened to be changed, and says so while it is.
struct RevisePage: Page {
    static let template = "returns/revise"
    let section: Section? = .returns
    var address: String? { ReturnLinks.revise(entry) }
    var summary: String { heading }
    let entry: ReturnEntry
    let past: EntryPast
    let form: ReasonForm
    /// Whether whoever looks at it types figures of this measure.
    let mayEnter: Bool
    var faults = FieldFaults(all: [])
    /// Whether somebody has changed it since the page was drawn.
    var isChanged = false
    var done: Done?

    /// What was done just now.
    enum Done: String {
        case begun
        case cancelled

        func address(of entry: ReturnEntry) -> String {
            "\(ReturnLinks.revise(entry))?done=\(rawValue)"
        }

        fileprivate var words: String {
            switch self {
            case .begun: "The figure is open to be revised. Its officer can change it now."
            case .cancelled: "The revision was cancelled. The figure is as it was published."
            }
        }
    }

    private var name: String { "\(entry.measure.facts.title), \(entry.period.label)" }

    private var heading: String {
        entry.isRevision ? "\(name): revision under way" : "Revise \(name)?"
    }

    var values: TemplateRecord {
        let facts = entry.measure.facts
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Links.measures,
                Link(href: Links.measure(facts.slug), label: facts.title),
            ].template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "cancelHref": .text(Links.measure(facts.slug)),
            "entryHref": mayEnter ? .text(ReturnLinks.entry(entry)) : .absent,
            "isPublished": .flag(entry.state == .published),
            "isRevision": .flag(entry.isRevision),
            "isChanged": .flag(isChanged),
            "done": (done?.words).template,
            "state": .text(entry.state.words),
            "why": entry.revisionReason.template,
            "published": .text(published),
            "revision": .integer(entry.revision),
            "reason": FieldSection.reason(
                form.typed, faults, label: "Why the figure is being revised",
                hint: "Readers see this in the history of the measure. Do not include anything "
                    + "that could identify a child."
            ).values,
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var published: String {
        guard let figure = past.published(entry.period) else { return "nothing to report" }
        return figure.value.map { entry.measure.facts.format.text($0) }
            ?? (figure.marker ?? QualityMarker.notAvailable).words
    }
}
