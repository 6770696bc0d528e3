import Scorecard

/// An entry in the words of the pages.
extension TrailRow {
    /// Who acted.
    var who: String { entry.actor.isEmpty ? "Nobody signed in" : entry.actor }

    var time: TrailTime { TrailTime(seconds: entry.at) }

    /// From where.
    var place: String { entry.address.isEmpty ? "This machine" : entry.address }

    /// What it was done to: `Suspensions, 2024/25 academic year`.
    var what: String {
        guard let kind = TrailEntry.Subject.Kind(rawValue: entry.subjectKind) else {
            return entry.subject
        }
        switch kind {
        case .figure:
            return [measureTitle ?? code, period].compactMap(\.self).joined(separator: ", ")
        case .measure: return measureTitle ?? entry.subject
        case .catalogue: return "Catalogue and figures"
        case .settings: return entry.subject.isEmpty ? "Settings" : entry.subject
        case .person, .session, .link, .page, .round, .figureReturn, .upload, .report,
            .comment, .database:
            return entry.subject
        }
    }

    /// The kind of what it was done to, as a heading has it.
    var kindWords: String {
        TrailEntry.Subject.Kind(rawValue: entry.subjectKind)?.words ?? entry.subjectKind
    }

    /// Where what it was done to has a page that the reader may open.
    func subjectLink(mayManagePeople: Bool) -> String? {
        if let measureSlug { return Links.history(ofMeasure: measureSlug) }
        guard isAboutPerson, mayManagePeople else { return nil }
        return "\(AccountLinks.people)/\(entry.subject)"
    }

    /// The measure's code, of a figure or a measure.
    private var code: String {
        String(entry.subject.prefix { $0 != "/" })
    }

    private var period: String? {
        let text = String(entry.subject.drop { $0 != "/" }.dropFirst())
        guard !text.isEmpty else { return nil }
        return Period(text)?.label ?? text
    }

    var isAboutFigure: Bool { entry.subjectKind == TrailEntry.Subject.Kind.figure.rawValue }

    var before: JSONObject? { entry.before.flatMap { JSONObject($0) } }
    var after: JSONObject? { entry.after.flatMap { JSONObject($0) } }

    /// What a figure was and what it became.
    var figureChange: (old: String, new: String)? {
        guard isAboutFigure, let before, let after else { return nil }
        return (Self.figure(before), Self.figure(after))
    }

    /// The number with how settled it is, or why there is none.
    private static func figure(_ version: JSONObject) -> String {
        guard let value = version["value"] else {
            return version["marker"].map { "no number (\($0))" } ?? "not in the files"
        }
        return version["status"].map { "\(value) (\($0))" } ?? value
    }

    /// The names in either of before and after, with what both say.
    var comparison: [(name: String, before: String?, after: String?)] {
        let names = (before?.members ?? []).map(\.name)
        let more = (after?.members ?? []).map(\.name).filter { !names.contains($0) }
        return (names + more).map { ($0, before?[$0], after?[$0]) }
    }
}

extension TrailEntry.Subject.Kind {
    var words: String {
        switch self {
        case .person: "Person"
        case .session: "Session"
        case .link: "One-time link"
        case .page: "Page"
        case .figure: "Figure"
        case .measure: "Measure"
        case .catalogue: "Catalogue"
        case .settings: "Settings"
        case .round: "Collection round"
        case .figureReturn: "Return"
        case .upload: "File of figures"
        case .report: "Report"
        case .comment: "Committee’s comment"
        case .database: "Database"
        }
    }
}
