/// What cumulative figures give away by subtraction: counts that no table prints.
struct CumulativeDifferences {
    /// The differences of neighbours in time.
    private(set) var successive: [UnprintedCount] = []

    /// Works out the differences, and withholds the earlier of any two figures, neighbours or
    /// not, whose difference is small; the later one is the one that readers need, and so the
    /// latest is looked at first.
    init(
        of series: [[Int]], _ counts: [FigureCounts], hiding isWithheld: inout [Bool],
        under terms: DisclosureTerms
    ) {
        for places in series {
            for end in places.indices.dropFirst().reversed() {
                for start in places.indices.prefix(upTo: end) {
                    let (earlier, later) = (places[start], places[end])
                    let difference = UnprintedCount(later, less: [earlier], counts, under: terms)
                    if difference.isSmall, !isWithheld[later] { isWithheld[earlier] = true }
                    if start + 1 == end { successive.append(difference) }
                }
            }
        }
    }
}
