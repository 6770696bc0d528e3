import Mustache
import Scorecard

/// What a committee said, on pages that everybody can read: without anybody's name.
struct CommentsSection {
    /// The newest first.
    let comments: [CommitteeComment]
    let today: Day

    /// On the page of a report: the values of `editions/comments`.
    ///
    /// - Parameters:
    ///   - slug: The report's.
    ///   - mayAnswer: Whether the reader records and answers what committees say.
    /// - Returns: The values, or nothing where there is nothing to tell.
    func values(ofReport slug: String, mayAnswer: Bool) -> TemplateValue {
        guard !comments.isEmpty || mayAnswer else { return .absent }
        return [
            "isEmpty": .flag(comments.isEmpty),
            "newHref": mayAnswer ? .text(EditionLinks.newComment(slug)) : .absent,
            "allHref": mayAnswer ? .text(EditionLinks.comments.href) : .absent,
            "entries": .list(comments.map { entry($0, mayAnswer: mayAnswer, of: .report) }),
        ]
    }

    /// On the page of a measure: a list for `editions/comment`.
    var ofMeasure: TemplateValue {
        .list(comments.map { entry($0, mayAnswer: false, of: .measure) })
    }

    /// On whose page the comment stands, which then need not be named.
    private enum Place {
        case report
        case measure
    }

    private func entry(
        _ comment: CommitteeComment, mayAnswer: Bool, of place: Place
    ) -> TemplateValue {
        let (record, state) = (comment.record, comment.state(on: today))
        let about = place == .report ? comment.about : nil
        return [
            "heading": .text(comment.heading),
            "words": .text(record.words),
            "about": (about?.words).template,
            "aboutHref": (about?.slug).map { .text(Links.measure($0)) } ?? .absent,
            "report": place == .measure ? .text(comment.report.title) : .absent,
            "reportHref": .text(Links.report(comment.report.slug)),
            "board": place == .measure ? comment.report.board.template : .absent,
            "assigned": record.assignedTo.template,
            "outcome": .text(comment.outcome(on: today)),
            "answeredOn": (record.answeredOn?.label).template,
            "isOverdue": .flag(state == .overdue),
            "href": mayAnswer ? .text(EditionLinks.comment(comment.id)) : .absent,
            "act": .text(record.answer == nil ? "Answer" : "Change"),
        ]
    }
}
