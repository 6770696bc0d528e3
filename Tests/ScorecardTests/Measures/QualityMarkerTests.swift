import Scorecard
import Testing

@Suite struct QualityMarkerTests {
    /// From the weakest to the strongest.
    static let order: [QualityMarker] = [
        .confidential, .notApplicable, .notAvailable, .lowReliability, .roundsToZero,
        .roundsToZeroOlder, .provisional, .estimated, .revised, .seriesBreak,
    ]

    @Test func `every marker has its place`() {
        #expect(Set(Self.order) == Set(QualityMarker.allCases))
        #expect(Self.order.count == QualityMarker.allCases.count)
    }

    @Test(arguments: order.indices)
    func `a figure of two parts takes the weaker marker, whichever comes first`(place: Int) {
        let marker = Self.order[place]
        for (other, candidate) in Self.order.enumerated() {
            let weaker = Self.order[min(place, other)]
            #expect(QualityMarker.weaker(marker, candidate) == weaker)
            #expect(QualityMarker.weaker(candidate, marker) == weaker)
        }
    }

    @Test(arguments: QualityMarker.allCases)
    func `any marker is weaker than none`(marker: QualityMarker) {
        #expect(QualityMarker.weaker(marker, nil) == marker)
        #expect(QualityMarker.weaker(nil, marker) == marker)
    }

    @Test func `two figures without markers give one without`() {
        #expect(QualityMarker.weaker(nil, nil) == nil)
    }
}
