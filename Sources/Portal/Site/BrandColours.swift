/// The colours that a council may choose; all others are the portal's own.
struct BrandColours: Equatable, Sendable {
    /// The ground of the band at the top, of buttons and of headings; the colour of the lines and
    /// dots of our own area.
    var brand: Colour
    /// A darker one, under a pointer.
    var deep: Colour
    /// A very light one, under a pointer, where the words are in the darker one.
    var soft: Colour
    /// The words on the first two.
    var ink: Colour

    /// What is used where nothing else is chosen, or what is chosen cannot be read.
    static let usual = BrandColours(
        brand: Colour(red: 0x0f, green: 0x4c, blue: 0x5c),
        deep: Colour(red: 0x0a, green: 0x36, blue: 0x42),
        soft: Colour(red: 0xe6, green: 0xf0, blue: 0xf2), ink: .white)

    /// The contrast that words need (WCAG 2.2, 1.4.3).
    static let contrastOfWords = 4.5

    /// Puts another in place of each colour whose words could not be read.
    ///
    /// A colour is held against those before it, so that what is left goes together. White ends
    /// each search: words on it, or in it, are readable by then.
    ///
    /// - Returns: Why, in a line for each colour that was refused.
    mutating func replaceUnreadable() -> [String] {
        var refusals: [String] = []
        func settled(_ name: String, _ chosen: Colour, _ usual: Colour, on grounds: [Colour])
            -> Colour
        {
            guard let fault = Self.unreadable(chosen, with: grounds) else { return chosen }
            let other = Self.unreadable(usual, with: grounds) == nil ? usual : .white
            refusals.append(
                "\(name) \(chosen) with \(fault) has a contrast of "
                    + "\(Self.text(chosen.contrast(with: fault))) and needs 4.5; \(other) is used")
            return other
        }
        brand = settled("brand", brand, Self.usual.brand, on: [.white])
        deep = settled("brand_deep", deep, Self.usual.deep, on: [.white])
        soft = settled("brand_soft", soft, Self.usual.soft, on: [deep])
        ink = settled("brand_ink", ink, Self.usual.ink, on: [brand, deep])
        return refusals
    }

    /// The first of `others` that cannot be told from `colour` well enough.
    private static func unreadable(_ colour: Colour, with others: [Colour]) -> Colour? {
        others.first { colour.contrast(with: $0) < contrastOfWords }
    }

    /// The contrast with two decimals, cut off and not rounded: 4.499 is not 4.50.
    private static func text(_ contrast: Double) -> String {
        let hundredths = Int(contrast * 100)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The style sheet that gives the colours their names.
    var styleSheet: String {
        """
        :root {
          --brand: \(brand);
          --brand-deep: \(deep);
          --brand-soft: \(soft);
          --brand-ink: \(ink);
        }

        """
    }
}
