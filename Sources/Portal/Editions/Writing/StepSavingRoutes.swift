import HTTPServer

extension Visit {
    /// Keeps what a step of writing a report holds, and leads back to the list of steps.
    ///
    /// `fields` are those of the step's form, and `base` the revision that it was drawn from.
    func finish(
        _ step: EditionStep, _ fields: [EditionField: String], base: Int?, by member: Member
    ) throws -> Response {
        try once {
            let version = try versionInWork()
            guard let base else { throw Refusal.sentBefore }
            switch try save(fields, of: version, base: base, by: member) {
            case .saved:
                return .seeOther(
                    EditionLinks.draft(version.edition.slug) + "?done=\(step.rawValue)")
            case .clash, .locked: throw Refusal.sentBefore
            }
        }
    }
}
