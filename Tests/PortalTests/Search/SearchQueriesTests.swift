import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct SearchQueriesTests {
    private func first(_ question: String) throws -> (title: String, href: String)? {
        let portal = try TestPortal.real.get()
        let asked = SearchQuestion(question)
        let database = try portal.database()
        let reading = try database.reading(of: asked)
        let found = try database.results(
            of: reading, titled: reading.titles(asked), page: 1, publishedBy: .endOfTime)
        return found.results.first.map { ($0.title, $0.href) }
    }

    @Test func `the whole title of a measure finds that measure first`() throws {
        let database = try TestPortal.real.get().database()
        for measure in try database.everyMeasure() {
            #expect(
                try first(measure.title)?.href == Links.measure(measure.slug), "\(measure.title)")
        }
    }

    @Test(arguments: [
        ("ehcp", "ehc-plans-within-20-weeks"), ("CAMHS", "camhs-waiting-list"),
        ("LAC", "children-in-care-rate"), ("children looked after", "children-in-care-rate"),
        ("PA SEN support primary", "persistent-absence-sen-support-primary"),
        ("year 6 obesity", "year-6-overweight"), ("breast feeding", "breastfeeding"),
    ])
    func `what people in the field say finds what they mean`(
        question: String, slug: String
    ) throws {
        #expect(try first(question)?.href == Links.measure(slug))
    }

    @Test(arguments: [
        ("attendance", 2), ("attendence", 3), ("atendence zzzzzz", 3), ("births smoking", 2),
        ("zzzzzz", 2), ("children", 2), ("…", 0),
    ])
    func `a search takes two statements, and one more for a misspelt word`(
        question: String, statements: Int
    ) throws {
        let database = try TestPortal.real.get().database()
        let before = database.counters.statements.count
        let asked = SearchQuestion(question)
        let reading = try database.reading(of: asked)
        _ = try database.results(
            of: reading, titled: reading.titles(asked), page: 1, publishedBy: .endOfTime)
        #expect(database.counters.statements.count - before == statements)
    }

    // Slips that are often made in words of measures.
    @Test(arguments: [
        ("attendence", "attendance"), ("persistant absense", "persistent absence"),
        ("suspention", "suspension"), ("exlusions", "exclusions"),
        ("accomodation", "accommodation"), ("breastfeding", "breastfeeding"),
        ("overwieght", "overweight"), ("pregnacy", "pregnancy"), ("recepton", "reception"),
        ("refferals", "referrals"), ("placment", "placement"), ("stabilty", "stability"),
        ("assesments", "assessments"), ("protecton", "protection"),
        ("alchohol", "alcohol"), ("devlopment", "development"),
        ("comunication", "communication"), ("langauge", "language"), ("leavors", "leavers"),
        ("emotinal", "emotional"),
    ])
    func `a slip in a word of a measure is forgiven`(typed: String, meant: String) throws {
        let database = try TestPortal.real.get().database()
        let reading = try database.reading(of: SearchQuestion(typed))
        #expect(reading.corrected == meant)
    }
}
