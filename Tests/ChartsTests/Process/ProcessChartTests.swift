import Charts
import Testing

struct ProcessChartTests {
    // Places worked from the margins of the trend chart and the axis of 15% to 27.5%.
    @Test func `the mean and the limits run over the band from side to side`() throws {
        let wide = try drawings(of: ReReferrals.chart()).wide
        #expect(wide.texts.contains("27.5%") && wide.texts.contains("15.0%"))
        let band = try #require(wide.all("rect", "g-usual").first).attributes
        #expect(band["x"] == "47.6" && band["width"] == "540.4")
        #expect(band["y"] == "22.1" && band["height"] == "237.9")
        #expect(wide.all("line", "g-limit").attribute("y1") == ["260", "22.1"])
        #expect(wide.all("line", "g-mean").attribute("y1") == ["141"])
        #expect(wide.all("line", "g-target").attribute("y1") == ["165.2"])
        for line in wide.all("line", "g-limit") + wide.all("line", "g-mean") {
            #expect(line.attributes["x1"] == "47.6" && line.attributes["x2"] == "588")
        }
    }

    @Test func `each kind of figure has a shape of its own`() throws {
        let chart = ReReferrals.chart(kinds: [0: .concerning, 3: .improving, 4: .improving])
        let (wide, narrow) = try drawings(of: chart)
        for drawing in [wide, narrow] {
            #expect(drawing.all("path", "p-worse").count == 1)
            #expect(drawing.all("rect", "p-better").count == 2)
        }
        #expect(wide.all("circle", "p-common").count == 10)
    }

    @Test func `each stretch has its own mean and limits, and a break says why`() throws {
        let chart = ReReferrals.chart(stretches: [
            ReReferrals.stretch(0..<6, mean: 21.4, lower: 16, upper: 26),
            ReReferrals.stretch(6..<13, mean: 20.9, lower: 17, upper: 24.5, reason: "New system"),
        ])
        let wide = try drawings(of: chart).wide
        #expect(wide.all("rect", "g-usual").count == 2)
        #expect(wide.all("line", "g-mean").count == 2)
        #expect(wide.all("line", "g-limit").count == 4)
        #expect(wide.all("polyline", "g-run").count == 2)
        let end = wide.all("line", "g-mean").attribute("x2")[0]
        #expect(wide.all("line", "g-break").attribute("x1") == [end])
        #expect(wide.all("line", "g-mean").attribute("x1")[1] == end)
        #expect(wide.texts.contains("New system"))
        #expect(wide.texts.contains("Mean 20.9%") && !wide.texts.contains("Mean 21.4%"))
    }

    @Test func `a missing figure breaks the line but not the limits`() throws {
        var values = ReReferrals.values
        values[5] = nil
        let wide = try drawings(of: ReReferrals.chart(values)).wide
        #expect(wide.all("polyline", "g-run").count == 2)
        #expect(wide.all("circle", "p-common").count == 12)
        #expect(wide.all("line", "g-mean").count == 1)
    }

    @Test func `a limit that the measure cannot take is not drawn`() throws {
        let stretch = ReReferrals.stretch(0..<4, mean: 2, lower: -3.1, upper: 7.1)
        let chart = ReReferrals.chart([2, 1, 3, 2], stretches: [stretch], target: nil)
        let wide = try drawings(of: chart).wide
        #expect(wide.all("line", "g-limit").count == 1)
        #expect(wide.texts.contains("Upper limit 7.1%"))
        #expect(!chart.svg().contains("3.1"))
        let band = try #require(wide.all("rect", "g-usual").first).attributes
        #expect(band["y"].flatMap(Double.init).map { $0 >= 14 } == true)
    }

    @Test func `the narrow drawing names both limits in one line of its key`() throws {
        let narrow = try drawings(of: ReReferrals.chart()).narrow
        #expect(narrow.texts.contains("Limits 15.3% to 27.1%"))
        #expect(narrow.texts.contains("Stockport 21.5%"))
        #expect(narrow.all("svg").attribute("viewBox") == ["0 0 340 304"])
    }

    @Test(
        arguments: [[], [nil, nil], [.infinity]] as [[Double?]])
    func `without a figure there is no drawing`(values: [Double?]) {
        let chart = ReReferrals.chart(values)
        #expect(chart.svg().isEmpty)
        #expect(chart.axisNote == nil)
    }

    @Test func `a stretch beyond the points or without numbers is left out`() throws {
        let chart = ReReferrals.chart(
            [20, 20, 20],
            stretches: [
                ReReferrals.stretch(2..<9), ReReferrals.stretch(7..<9),
                ReReferrals.stretch(-4..<2, mean: .nan), ReReferrals.stretch(1..<1),
            ])
        #expect(chart.stretches.map(\.points) == [2..<3])
        #expect(try drawings(of: chart).wide.all("rect", "g-usual").count == 1)
    }

    @Test func `equal figures with limits at the mean are drawn`() throws {
        let stretch = ReReferrals.stretch(0..<3, mean: 20, lower: 20, upper: 20)
        let chart = ReReferrals.chart([20, 20, 20], stretches: [stretch], target: nil)
        #expect(try drawings(of: chart).wide.all("rect", "g-usual").attribute("height") == ["0"])
    }
}
