import Scorecard
import Testing

@testable import Portal

@Suite struct RoundPlanTests {
    private func figure(_ measure: String, _ slug: String, _ title: String) throws -> DueFigure {
        DueFigure(
            ownership: MeasureOwnership(measure: measure, service: title, strategies: []),
            title: measure, period: try #require(Period("2026-27-Q1")),
            dueOn: try #require(Day("2026-08-14")), hindrance: nil, isJudged: true, owner: nil,
            place: ReturnPlace(slug: slug, title: title, position: 0))
    }

    private func plan(_ figures: [DueFigure]) throws -> RoundPlan {
        RoundPlan(
            period: try #require(Period("2026-27-Q1")),
            opensOn: try #require(Day("2026-07-01")), closesOn: try #require(Day("2026-08-14")),
            note: nil, figures: figures)
    }

    @Test func `two services of one slug have a return each`() throws {
        let plan = try plan([
            figure("A", "service-early-help", "Early help"),
            figure("B", "service-early-help", "Early-help"),
            figure("C", "service-early-help", "Early help"),
        ])
        let returns = plan.returns()
        #expect(returns.map(\.place.slug) == ["service-early-help", "service-early-help-2"])
        #expect(returns.map(\.place.title) == ["Early help", "Early-help"])
        #expect(returns.map { $0.figures.map(\.measure) } == [["A", "C"], ["B"]])
    }

    @Test func `a return that is there takes the figures of its name, and no others`() throws {
        let plan = try plan([
            figure("A", "service-early-help", "Early help"),
            figure("B", "service-early-help", "Early-help"),
        ])
        let returns = plan.returns(besides: ["service-early-help": "Early-help"])
        #expect(
            returns.map { "\($0.place.title): \($0.place.slug)" } == [
                "Early help: service-early-help-2", "Early-help: service-early-help",
            ])
    }

    @Test(arguments: [
        ("2026-06-30", "2026-08-14"), ("2026-07-01", "2026-07-01"), ("2026-07-21", "2026-07-21"),
        ("2026-08-14", "2026-08-14"), ("2026-08-15", "2026-08-14"),
    ])
    func `a figure is due by its rule while the round is open, and else when it closes`(
        _ ruled: String, _ due: String
    ) throws {
        let day = try #require(Day(ruled))
        #expect(try plan([]).dates.dueDay(ruled: day).description == due)
    }
}
