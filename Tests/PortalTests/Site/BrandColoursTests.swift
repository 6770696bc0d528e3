import Testing

@testable import Portal

@Suite struct BrandColoursTests {
    private func colours(
        brand: String = "#0f4c5c", deep: String = "#0a3642", soft: String = "#e6f0f2",
        ink: String = "#ffffff"
    ) throws -> BrandColours {
        BrandColours(
            brand: try #require(Colour(brand)), deep: try #require(Colour(deep)),
            soft: try #require(Colour(soft)), ink: try #require(Colour(ink)))
    }

    @Test func `the usual colours can be read`() {
        var usual = BrandColours.usual
        #expect(usual.replaceUnreadable() == [])
        #expect(usual == .usual)
    }

    @Test func `colours that can be read stay`() throws {
        let chosen = try colours(
            brand: "#767676", deep: "#1d1d1d", soft: "#eeeeee", ink: "#ffffff")
        var settled = chosen
        #expect(settled.replaceUnreadable() == [])
        #expect(settled == chosen)
    }

    @Test func `each colour that cannot be read is replaced, and the reason told`() throws {
        var light = try colours(brand: "#ffcc00")
        #expect(
            light.replaceUnreadable() == [
                "brand #ffcc00 with #ffffff has a contrast of 1.51 and needs 4.5; #0f4c5c is used"
            ])
        #expect(light == .usual)

        var close = try colours(deep: "#777777")
        #expect(
            close.replaceUnreadable() == [
                "brand_deep #777777 with #ffffff has a contrast of 4.47 and needs 4.5; "
                    + "#0a3642 is used"
            ])

        var dark = try colours(soft: "#333333")
        #expect(dark.replaceUnreadable().count == 1)
        #expect(dark == .usual)

        var ink = try colours(ink: "#000000")
        #expect(
            ink.replaceUnreadable() == [
                "brand_ink #000000 with #0f4c5c has a contrast of 2.20 and needs 4.5; #ffffff is used"
            ])
    }

    @Test func `white takes the place of a usual colour that does not go with what was chosen`()
        throws
    {
        // On the usual soft colour, this grey would have a contrast of 3.9.
        var chosen = try colours(deep: "#767676")
        #expect(chosen.replaceUnreadable().count == 1)
        #expect(chosen.soft == .white)
    }

    @Test func `whatever is chosen, words can be read`() throws {
        let all = ["#000000", "#ffffff", "#767676", "#0f4c5c", "#ffcc00", "#b00020"]
        for brand in all {
            for deep in all {
                for soft in all {
                    for ink in all {
                        var chosen = try colours(brand: brand, deep: deep, soft: soft, ink: ink)
                        _ = chosen.replaceUnreadable()
                        let pairs = [
                            (chosen.brand, Colour.white), (chosen.deep, .white),
                            (chosen.deep, chosen.soft), (chosen.ink, chosen.brand),
                            (chosen.ink, chosen.deep),
                        ]
                        #expect(pairs.allSatisfy { $0.0.contrast(with: $0.1) >= 4.5 })
                    }
                }
            }
        }
    }
}
