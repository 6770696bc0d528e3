/// Figures of one measure that a reader may add and subtract, and how they hang together.
///
/// The figures are of any groups of children and any periods. What is declared here is what
/// readers know: which figures sum to which. Where a figure is withheld because it is small,
/// others are withheld with it until none that is withheld can be worked out from those that
/// are shown. Figures are named by their places in ``figures``; a relation that names a place
/// that is not there is left out.
///
/// The method is cell suppression (A. Hundepool and others, "Statistical Disclosure Control",
/// 2012, chapter 4), choosing the next smallest part as English official statistics do.
public struct DisclosureTable: Sendable {
    /// The true figures.
    public let figures: [Figure]
    private(set) var sums: [DifferencingCheck.Sum] = []
    private(set) var series: [[Int]] = []
    private(set) var wholes: [[Int]] = []
    private var openSums: [DifferencingCheck.Sum] = []
    private var openWholes: [[Int]] = []
    private var gaps: [Gap] = []

    private struct Gap {
        let place: Int
        let start: Int
        let end: Int
    }

    /// Creates a table without relations.
    public init(_ figures: [Figure]) {
        self.figures = figures
    }

    /// Says that a figure counts what the parts count together: groups of children, or the
    /// quarters of a year.
    ///
    /// Numerators and denominators are both taken to sum, except that only the numerators of
    /// rates do. One part says that two figures are the same. The numbers need not quite add up,
    /// as where they are rounded or something is not stated of a child: readers are then taken
    /// to know by how much they are out.
    public mutating func addSum(_ total: Int, of parts: [Int]) {
        guard isThere(total), !parts.isEmpty, parts.allSatisfy(isThere) else { return }
        sums.append(DifferencingCheck.Sum(total, of: parts))
    }

    /// Says that a figure counts what the parts count, and others besides that are printed
    /// nowhere.
    ///
    /// The others together are what is left of it, which is protected like a count that is
    /// printed, and which readers do not know while anything that it is worked out from is
    /// withheld.
    public mutating func addOpenSum(_ total: Int, of parts: [Int]) {
        guard isThere(total), !parts.isEmpty, parts.allSatisfy(isThere) else { return }
        openSums.append(DifferencingCheck.Sum(total, of: parts))
    }

    /// Says that each figure contains those before it, as figures for the year so far do.
    ///
    /// The difference of two of them is a count that is printed nowhere, and is protected like
    /// one that is. The places are in order of time and of one year.
    public mutating func addCumulative(_ places: [Int]) {
        guard places.count > 1, places.allSatisfy(isThere) else { return }
        series.append(places)
    }

    /// Says that shares make up one whole, so that their numerators sum to the denominator
    /// that they have in common.
    public mutating func addShares(_ places: [Int]) {
        guard places.count > 1, places.allSatisfy(isThere) else { return }
        wholes.append(places)
    }

    /// Says that shares are some of those of one whole; the others together are what is left.
    public mutating func addOpenShares(_ places: [Int]) {
        guard !places.isEmpty, places.allSatisfy(isThere) else { return }
        openWholes.append(places)
    }

    /// Says that a figure is what one lies above another, so that it is withheld when either is.
    public mutating func addGap(_ place: Int, from start: Int, to end: Int) {
        guard isThere(place), isThere(start), isThere(end) else { return }
        gaps.append(Gap(place: place, start: start, end: end))
    }

    /// The figures as these readers may see them, in order.
    ///
    /// A figure that is small and one withheld to protect it look the same. Where numbers are
    /// rounded, the check is made on the true ones: who cannot work a count out from those
    /// cannot do so from numbers that say less. Rounded parts need not sum to rounded totals.
    public func shown(under terms: DisclosureTerms) -> [Figure] {
        var shown = figures.map(terms.shown)
        switch terms.audience {
        case .service: return shown
        case .everyone: break
        }
        for place in secondary(beside: shown, under: terms) {
            shown[place] = shown[place].withheld
        }
        for gap in gaps {
            shown[gap.place] = terms.shown(
                gap: figures[gap.place], from: shown[gap.start], to: shown[gap.end])
        }
        return shown
    }

    /// The places of the figures withheld for the sake of others.
    private func secondary(beside shown: [Figure], under terms: DisclosureTerms) -> [Int] {
        guard
            !(sums.isEmpty && series.isEmpty && wholes.isEmpty && openSums.isEmpty
                && openWholes.isEmpty)
        else { return [] }
        let counts = figures.map {
            FigureCounts(of: $0, as: terms.kind, per: terms.multiplier)
        }
        var isWithheld = shown.map(\.isSuppressed)
        var unprinted = CumulativeDifferences(
            of: series, counts, hiding: &isWithheld, under: terms
        ).successive
        unprinted += openSums.map {
            UnprintedCount($0.total, less: $0.parts, counts, under: terms)
        }
        unprinted += openWholes.map { UnprintedCount(besides: $0, counts, under: terms) }
        guard isWithheld.contains(true) || unprinted.contains(where: \.isSmall) else { return [] }
        let table = CountTable(of: self, counts, unprinted, as: terms.kind)
        var suppression = Suppression(
            of: table, isWithheld: isWithheld, unprinted.map(\.isSmall), terms)
        return suppression.secondary()
    }

    private func isThere(_ place: Int) -> Bool { figures.indices.contains(place) }
}
