import Charts
import Testing

struct SpineTests {
    private static let councils = Spine.Councils(
        lowest: 10, lowerQuarter: 15, upperQuarter: 30, highest: 60)

    private func spine(
        _ value: Double?, _ kind: Spine.Kind = .similar, centre: Double = 20,
        councils: Spine.Councils = councils, highIsGood: Bool = true
    ) throws -> Markup {
        try Markup(
            Spine(value, kind, centre: centre, councils: councils, highIsGood: highIsGood).svg())
    }

    @Test func `a spine is written exactly so`() {
        let spine = Spine(
            30, .better, centre: 20, councils: Self.councils, highIsGood: true)
        #expect(
            spine.svg() == """
                <svg class="spine" viewBox="0 0 280 22" aria-hidden="true" focusable="false">\
                <rect class="g-band" x="12" y="4" width="256" height="14"/>\
                <rect class="g-band-2" x="76" y="4" width="96" height="14"/>\
                <line class="spine-mid" x1="140" y1="0" x2="140" y2="22"/>\
                <rect class="p-better" x="166.5" y="5.5" width="11" height="11"/></svg>
                """)
    }

    // Ten below the middle is as far as councils go, forty above: each side has its own scale.
    @Test(
        arguments: [
            (20, true, "140"), (15, true, "76"), (10, true, "12"), (5, true, "12"),
            (40, true, "204"), (60, true, "268"), (99, true, "268"),
            (15, false, "204"), (5, false, "268"), (40, false, "76"), (99, false, "12"),
        ] as [(Double, Bool, String)])
    func `right is better and each side has its own scale`(
        value: Double, highIsGood: Bool, x: String
    ) throws {
        let circles = try spine(value, highIsGood: highIsGood).all("circle", "p-common")
        #expect(circles.attribute("cx") == [x])
    }

    @Test func `each comparison has a shape of its own`() throws {
        #expect(try spine(30, .better).all("rect", "p-better").count == 1)
        #expect(try spine(20, .similar).all("circle", "p-common").count == 1)
        #expect(
            try spine(15, .worse).all("path", "p-worse").attribute("d") == ["M76 4.5l6.5 12h-13z"])
    }

    // England is as low as the lowest councils, or lower than all of them.
    @Test(arguments: [
        (10.0, "12", "140"), (5, "12", "140"),
    ])
    func `a side without councils has no width`(
        centre: Double, beyond: String, inMiddle: String
    ) throws {
        #expect(try spine(4, centre: centre).all("circle").attribute("cx") == [beyond])
        #expect(try spine(centre, centre: centre).all("circle").attribute("cx") == [inMiddle])
        let bands = try spine(centre, centre: centre).all("rect")
        for band in bands {
            #expect(band.attributes["x"].flatMap(Double.init).map { $0 >= 140 } == true)
        }
    }

    @Test func `equal councils are a line`() throws {
        let same = Spine.Councils(lowest: 7, lowerQuarter: 7, upperQuarter: 7, highest: 7)
        let markup = try spine(7, centre: 7, councils: same)
        #expect(markup.all("rect").attribute("width") == ["0", "0"])
        #expect(markup.all("circle").attribute("cx") == ["140"])
    }

    @Test(arguments: [nil, .nan, .infinity, 1e300] as [Double?])
    func `a figure that is not shown has no mark`(value: Double?) throws {
        for kind in Spine.Kind.allCases {
            let markup = try spine(value, kind)
            #expect(markup.all("rect").count == 2)
            #expect(markup.all("circle").isEmpty && markup.all("path").isEmpty)
        }
    }

    @Test(arguments: [Double.nan, .infinity, -1e300])
    func `without a middle or councils there is no drawing`(odd: Double) throws {
        #expect(try spine(7, centre: odd).elements.isEmpty)
        let councils = Spine.Councils(lowest: odd, lowerQuarter: 1, upperQuarter: 2, highest: 3)
        #expect(try spine(7, councils: councils).elements.isEmpty)
    }

    @Test func `percentiles out of order are put in order`() {
        let councils = Spine.Councils(
            lowest: 60, lowerQuarter: 30, upperQuarter: 15, highest: 10)
        #expect(councils == Self.councils)
    }
}
