import Scorecard
import Testing

@testable import Portal

@Suite struct AttentionTests {
    private let shift: QuarterShift
    private let attention: Attention

    init() throws {
        let portal = try TestPortal.harbourside.get()
        let today = portal.settings.today()
        let choice = try PeriodChoice(latestOn: today)
        let earlier = try #require(choice.quarter.predecessor)
        let (overview, before) = try portal.database().overview(
            on: choice.day, and: earlier.end, for: .everyone)
        shift = QuarterShift(choice: choice, earlier: earlier, overview: overview, before: before)
        attention = shift.attention(on: today)
    }

    @Test func `what is off target comes with the furthest first, in tolerances`() throws {
        #expect(attention.offTarget.map(\.measure.slug) == ["family-centres", "moves-in-care"])
        let misses = attention.offTarget.compactMap(\.judgement.verdict).map { verdict in
            Double(verdict.shortfall ?? .zero) / Double(verdict.tolerance ?? .zero)
        }
        #expect(misses.count == 2 && misses[0] >= misses[1])
    }

    @Test func `what got worse has a current figure`() {
        #expect(!attention.falls.isEmpty)
        for fall in attention.falls {
            #expect(fall.change?.meaning == .worse)
            #expect(fall.isCurrent)
        }
    }

    @Test func `no measure is in a list twice, though strategies share it`() {
        let ids = shift.standings.map(\.measure.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.count == shift.overview.rollUp.total)
    }

    @Test func `a figure is late from the day after it was due, the longest late first`() {
        #expect(!attention.late.isEmpty)
        for late in attention.late {
            #expect(late.standing.measure.status == .active)
        }
        let days = attention.late.map(\.dueDay)
        #expect(days == days.sorted())
        if let first = attention.late.first {
            #expect(LateFigure(first.standing, on: first.dueDay) == nil)
            #expect(LateFigure(first.standing, on: first.dueDay.adding(days: 1)) != nil)
        }
    }

    /// Read on 25 November, when October's figure is there and has been due for four days.
    @Test func `a figure that came after the quarter ended is not late`() throws {
        for (last, isLate) in [("2026-10", false), ("2026-08", true)] {
            let portal = try TestPortal(Self.monthly(until: last), today: "2026-11-25")
            let late = try portal.get("/attention").main.section("late")?.text ?? ""
            #expect(late.contains("Nursery places") == isLate)
            let about = try portal.get("/measures/nursery-places-kept-free").main.text
            #expect(about.contains("has been late since") == isLate)
        }
    }

    /// Harbourside with a monthly measure whose last figure is for this month.
    private static func monthly(until last: String) -> Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("frequency", "monthly", line: 5)
        catalogue["Catalogue/measures.csv"].set("period_kind", "MONTH", line: 5)
        catalogue["Figures/series.csv"].set("period_kind", "MONTH", line: 6)
        catalogue["Figures/places.csv"].removeAll()
        for period in ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]
        where period <= last {
            catalogue["Figures/places.csv"].add([
                "area": "H1", "breakdown": "All", "period": period, "status": "final",
                "value": "12",
            ])
        }
        return catalogue
    }

    @Test func `what came back on target was close or off when the quarter before ended`() {
        for standing in attention.recovered {
            #expect(standing.judgement.status == .onTarget)
            let before = shift.before[standing.measure.id]?.judgement.status
            #expect(before == .close || before == .offTarget)
        }
        let onTarget = shift.standings.filter { $0.judgement.status == .onTarget }
        let others = onTarget.filter { standing in
            !attention.recovered.contains { $0.measure.id == standing.measure.id }
        }
        for standing in others {
            let before = shift.before[standing.measure.id]?.judgement.status
            #expect(before != .close && before != .offTarget)
        }
    }

    @Test func `a measure that nobody answers for is counted`() throws {
        #expect(attention.withoutOwner > 0)
        #expect(
            attention.withoutOwner
                == shift.standings.count { !$0.measure.hasOwner && $0.measure.status != .archived })
        let section = try get("/attention").main.section("no-owner")
        #expect(section?.text == "No owner " + attention.unowned)
        let real = try TestPortal.real.get().get("/").main.text
        #expect(real.contains("No owner No measure has an owner named yet."))
    }

    @Test func `what stands as it did a quarter before is no change`() {
        let ids = Set(shift.shifts.map(\.now.measure.id))
        #expect(!ids.isEmpty)
        for standing in shift.standings {
            guard let before = shift.before[standing.measure.id] else { continue }
            let differs =
                before.latest?.period != standing.latest?.period
                || before.judgement.status != standing.judgement.status
            #expect(ids.contains(standing.measure.id) == differs, "\(standing.measure.slug)")
        }
    }
}
