import SQLite
import Scorecard

/// Puts what was published of returns where readers' pages look for figures.
///
/// Each measure that was ever published has a series of its own, which wins a period over those
/// of other publishers. It is made anew by every load and by every publication, from the versions
/// that are kept for good; small numbers are dealt with afterwards, as with all figures.
struct ReturnedFiguresLoad {
    let database: Database
    /// Who publishes returns, as the source of figures is told.
    let publisher: String

    /// Places all that was ever published, while a load goes on.
    func placeAll() throws {
        try database.refuseLostMeasures()
        try database.refuseLostGroups()
        try database.refuseOtherKinds()
        try place(try database.returnedMeasures())
    }

    /// Places what was published of some measures, and nothing else.
    func place(_ measures: [String]) throws {
        guard !measures.isEmpty else { return }
        try database.placeReturnSource(publisher)
        // A statement takes so many values and no more.
        for start in stride(from: 0, to: measures.count, by: 500) {
            let some = Array(measures[start..<min(start + 500, measures.count)])
            try database.placeReturnSeries(some)
            try database.placeReturnFigures(some)
            try database.placeReturnWords(some)
        }
    }
}

/// Shows readers what has just been published.
struct ReturnPublication {
    let database: Database
    let publisher: String
    let today: Day

    /// Places the published figures of some measures and withholds what small numbers forbid.
    ///
    /// Within the transaction of the publication.
    func show(_ measures: [String]) throws {
        try ReturnedFiguresLoad(database: database, publisher: publisher).place(measures)
        let series = try database.returnSeries(of: measures)
        let revisions = RevisionLoad(database: database, today: today)
        try revisions.keep(series)
        let all = try DisclosureLoad(database: database).run(series)
        try revisions.show(all)
    }
}
