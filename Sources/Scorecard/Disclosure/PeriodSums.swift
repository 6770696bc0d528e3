extension DisclosureTable {
    /// Says what readers know of the periods of one line: which contain one another.
    ///
    /// A line has the figures of one measure, area and group of children. Quarters, months and
    /// school terms sum to their year, and figures for the year so far contain those before
    /// them. So no quarter that is withheld can be worked out from the others and the year, and
    /// none that was never published from two figures that were.
    ///
    /// - Parameters:
    ///   - places: the places of the line's figures, no two of one period.
    ///   - timeBasis: what stretch of time each figure counts.
    public mutating func addPeriods(of places: [Int], timeBasis: TimeBasis) {
        // Readers know that there is a number where one is withheld, but not where none is.
        let counted = places.filter {
            figures.indices.contains($0) && (figures[$0].value != nil || figures[$0].isSuppressed)
        }
        let years = Dictionary(grouping: counted) { figures[$0].period.containingYear }
        for case (let year?, let places) in years {
            let whole = places.first { figures[$0].period == year }
            let parts = Dictionary(grouping: places.filter { $0 != whole }) {
                figures[$0].period.kind
            }
            for (kind, parts) in parts {
                let inOrder = parts.sorted { figures[$0].period < figures[$1].period }
                switch (kind, timeBasis) {
                case (.cumulativeTerm, _), (.financialQuarter, .cumulative), (.month, .cumulative):
                    addCumulative(
                        (inOrder + [whole].compactMap(\.self)).filter { figures[$0].value != nil })
                case (.financialQuarter, .inPeriod), (.month, .inPeriod), (.schoolTerm, .inPeriod):
                    if let whole { addSum(whole, of: inOrder, kind: kind) }
                case (_, _): continue
                }
            }
        }
    }

    /// Says that a year sums its parts; of parts that were not all published, the others together
    /// are a number that readers can work out.
    private mutating func addSum(_ year: Int, of parts: [Int], kind: PeriodKind) {
        if parts.count < kind.countInYear {
            addOpenSum(year, of: parts)
        } else {
            addSum(year, of: parts)
        }
    }
}
