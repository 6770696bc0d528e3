import Scorecard
import Testing

@Suite struct DisclosureTermsTests {
    private static func terms(
        _ audience: Audience = .everyone, rounding: SmallNumberRule.Rounding = .none
    ) -> DisclosureTerms {
        DisclosureTerms(
            audience: audience, rule: SmallNumberRule(rounding: rounding), kind: .count)
    }

    private static func count(_ value: FixedDecimal) throws -> Figure {
        try figure("2026-27-Q1", value)
    }

    @Test func `a difference needs both ends`() throws {
        let (small, large, other) = (
            try Self.count("5"), try Self.count("20"), try Self.count("32")
        )
        #expect(Self.terms().difference(from: large, to: other) == "12")
        #expect(Self.terms().difference(from: small, to: large) == nil)
        #expect(Self.terms().difference(from: large, to: small) == nil)
        #expect(Self.terms(.service).difference(from: small, to: large) == "15")
        #expect(Self.terms(rounding: .nearestFive).difference(from: large, to: other) == "10")
    }

    @Test func `a gap needs both ends and is rounded with them`() throws {
        let (small, large, other) = (
            try Self.count("5"), try Self.count("20"), try Self.count("32")
        )
        let gap = Figure(period: large.period, value: "12", status: .revised, marker: .revised)
        #expect(Self.terms().shown(gap: gap, from: large, to: other) == gap)
        #expect(Self.terms().shown(gap: gap, from: small, to: other) == gap.withheld)
        #expect(Self.terms().shown(gap: gap, from: other, to: small) == gap.withheld)
        #expect(Self.terms(.service).shown(gap: gap, from: small, to: other) == gap)
        #expect(
            Self.terms(.service).shown(gap: gap.withheld, from: large, to: other) == gap.withheld)
        let rounded = Self.terms(rounding: .nearestFive).shown(gap: gap, from: large, to: other)
        #expect(rounded.value == "10")
        #expect(rounded.status == .revised && rounded.marker == .revised)
        let service = Self.terms(.service, rounding: .nearestFive)
        #expect(service.shown(gap: gap, from: large, to: other) == gap)
        let empty = try figure("2026-27-Q1", nil, .notAvailable)
        let missing = Self.terms(rounding: .nearestFive)
        #expect(missing.shown(gap: empty, from: large, to: other) == empty)
    }

    @Test func `no version is shown beside a withheld current figure`() throws {
        let versions = [try Self.count("20"), try Self.count("4"), try Self.count("25")]
        let current = versions[2]
        #expect(
            Self.terms().shown(versions: versions, current: current)
                == [versions[0], versions[1].withheld, versions[2]])
        #expect(
            Self.terms().shown(versions: versions, current: current.withheld)
                == versions.map(\.withheld))
        #expect(
            Self.terms().shown(versions: versions, current: try Self.count("4"))
                == versions.map(\.withheld))
        #expect(Self.terms(.service).shown(versions: versions, current: current) == versions)
    }
}
