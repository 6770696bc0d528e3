import Scorecard

/// A measure's figure that a round can ask for.
struct DueFigure {
    let ownership: MeasureOwnership
    let title: String
    let period: Period
    /// The last day on which it comes in time by the rule of its measure.
    let dueOn: Day
    /// Why a round does not ask for it unless its lead decides otherwise; `nil` for the usual.
    let hindrance: RoundHindrance?
    let isJudged: Bool
    let owner: String?
    /// Whose return it belongs to.
    let place: ReturnPlace

    var measure: String { ownership.measure }

    /// Whether the measure is one that a round asks for unless its lead decides otherwise.
    var isUsual: Bool { hindrance == nil }

    /// The name by which a form and the trail tell of it.
    var name: String { "\(measure)/\(period)" }
}

/// Why a round does not ask for a figure by itself.
enum RoundHindrance: Hashable {
    /// The measure is not in use.
    case unused(MeasureStatus)
    /// There is a figure already, from whoever published it.
    case published
    /// It may still come in time after the round has closed.
    case notDue(Day)

    var words: String {
        switch self {
        case .unused(.inDevelopment): "In development"
        case .unused(.toBeDefined): "To be defined"
        case .unused(.archived): "Archived"
        case .unused(.active): "Not in use"
        case .published: "Published already by its source"
        case .notDue(let day): "Not due until \(day.label)"
        }
    }
}

/// What return a measure belongs to: its service's, or where none is known that of the part of a
/// strategy that names it first.
struct ReturnPlace: Hashable {
    let slug: String
    let title: String
    /// Its place among the returns of a round.
    let position: Int

    /// The slug, with a number behind it where another return has that one.
    ///
    /// Two services whose names differ only in signs have the same slug.
    fileprivate func slug(besides titles: [String: String]) -> String {
        var (slug, number) = (slug, 1)
        while let other = titles[slug], other != title {
            number += 1
            slug = "\(self.slug)-\(number)"
        }
        return slug
    }
}

/// From when to when a round takes figures.
struct RoundDates: Equatable {
    let opensOn: Day
    /// The last day on which a return comes in time.
    let closesOn: Day

    /// When a figure is due in the round whose measure's rule says another day.
    ///
    /// Nobody can be late on the day on which the round opens.
    func dueDay(ruled day: Day) -> Day {
        opensOn <= day && day <= closesOn ? day : closesOn
    }
}

/// The figures that a round asks for, return by return.
struct RoundPlan {
    let period: Period
    let opensOn: Day
    let closesOn: Day
    let note: String?
    let figures: [DueFigure]

    var dates: RoundDates { RoundDates(opensOn: opensOn, closesOn: closesOn) }

    /// The returns in their order, each with its figures, and no two with one slug.
    ///
    /// - Parameter titles: The titles, by their slugs, of returns that the round has already; a
    ///   return of the same name is that one.
    /// - Returns: Returns and figures.
    func returns(
        besides titles: [String: String] = [:]
    ) -> [(place: ReturnPlace, figures: [DueFigure])] {
        var titles = titles
        return Dictionary(grouping: figures, by: \.place)
            .sorted {
                ($0.key.position, $0.key.slug, $0.key.title)
                    < ($1.key.position, $1.key.slug, $1.key.title)
            }
            .map { place, figures in
                let slug = place.slug(besides: titles)
                titles[slug] = place.title
                return (
                    ReturnPlace(slug: slug, title: place.title, position: place.position), figures
                )
            }
    }
}
