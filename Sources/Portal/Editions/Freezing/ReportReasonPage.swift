import Mustache

/// Asks why a published report is corrected or withdrawn.
struct ReportReasonPage: Page {
    static let template = "editions/reason"
    let section: Section? = .reports
    let act: EditionAct
    /// The version that it is done with; for a correction the latest, which may be in work.
    let version: EditionVersion
    let form: ReasonForm
    var faults = FieldFaults(all: [])

    private var slug: String { version.edition.slug }
    private var isCorrection: Bool { act == .correct }
    private var isPossible: Bool { act.result(in: version.state) != nil }

    var address: String? {
        isCorrection
            ? EditionLinks.correction(slug) : EditionLinks.withdrawal(slug, version.label)
    }
    var summary: String { heading }

    private var heading: String {
        isCorrection
            ? "Correct “\(version.title)” in a new version?"
            : "Withdraw “\(version.title)”, version \(version.label)?"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": version.crumbs.template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "reportHref": .text(Links.report(slug)),
            "isPossible": .flag(isPossible),
            "impossible": .text(impossible),
            "consequences": .list(consequences.map { .text($0) }),
            "button": .text(isCorrection ? "Begin the correction" : "Withdraw this version"),
            "reason": FieldSection.reason(
                form.typed, faults,
                label: isCorrection ? "Why is it corrected?" : "Why is it withdrawn?",
                hint: isCorrection
                    ? "Everybody can read this beside the new version."
                    : "Everybody can read this. It goes on: “This report was withdrawn because …”"
            ).values,
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var consequences: [String] {
        isCorrection
            ? [
                "A draft of version \(EditionVersion.label(of: version.number + 1)) begins with "
                    + "what version \(version.label) holds. It has to be approved like any other.",
                "Version \(version.label) stays where it is. The new one lists what differs, "
                    + "value by value.",
            ]
            : [
                "The report’s page says from now on that this version was withdrawn, when, and "
                    + "why. This cannot be undone.",
                "Its file stays at its address and is not changed.",
            ]
    }

    private var impossible: String {
        isCorrection
            ? "Version \(version.label) of this report is in work already."
            : "Version \(version.label) is withdrawn already."
    }
}
