/// The counts that figures print, and the sums among them.
///
/// A percentage prints three: its numerator, its remainder and its denominator, which is their
/// sum. Each of the three sums over groups and periods as the figures do.
struct CountTable {
    /// How many counts each figure prints.
    let layers: Int
    /// How many figures there are; the counts that no table prints come after them.
    let figures: Int
    /// The counts in ``unit``s, those of each figure together; `nil` where not known.
    private(set) var values: [Int64?] = []
    /// The sums.
    private(set) var sums = SumTerms()
    /// How many of the smallest unit that any count needs make one child.
    private(set) var unit: Int64 = 1
    private let kind: ValueKind

    init(
        of table: DisclosureTable, _ counts: [FigureCounts], _ unprinted: [UnprintedCount],
        as kind: ValueKind
    ) {
        self.kind = kind
        layers =
            switch kind {
            case .percentage, .composition: 3
            case .rate, .count, .score, .points: 1
            case .narrative: 0
            }
        figures = counts.count
        readValues(counts + unprinted.map(\.counts))
        add(table.sums)
        add(unprinted)
        for shares in table.wholes { addShares(shares) }
        addParts(figures + unprinted.count)
        deduce()
    }

    /// The least that a hidden count can be, as readers know.
    ///
    /// A count or the numerator of a rate is never withheld when it is zero, so one that is
    /// withheld is at least 1. The parts of a percentage can be zero, as in 0 of 4, but its
    /// denominator cannot. Counts that are printed nowhere can be zero. What is known to be
    /// less is less.
    func least(of count: Int) -> Int64 {
        let isPrinted = count < figures * layers
        let isPart = kind.isShare && count % layers != Self.whole
        let least: Int64 = isPrinted && !isPart ? 1 : 0
        return min(least, values[count] ?? least)
    }

    /// How far a hidden count can fall; one that we do not know ourselves may fall any way.
    func room(of count: Int) -> Int {
        guard let value = values[count] else { return DifferencingCheck.unlimited }
        return DifferencingCheck.room(of: value, least(of: count))
    }

    /// Whether a withheld count must not be worked out: all but large denominators of shares.
    func isProtected(_ count: Int, under rule: SmallNumberRule) -> Bool {
        guard kind.isShare, count % layers == Self.whole, let value = values[count] else {
            return true
        }
        return value.magnitude < UInt64(rule.leastDenominator) * unit.magnitude
    }

    /// The layer of the denominators of shares; the numerators and remainders are before it.
    private static let whole = 2

    private func layersOf(_ counts: FigureCounts) -> InlineArray<3, FixedDecimal?> {
        switch kind {
        case .percentage, .composition: [counts.numerator, counts.remainder, counts.denominator]
        case .rate: [counts.numerator, nil, nil]
        case .count: [counts.value ?? counts.numerator, nil, nil]
        case .score, .points: [counts.denominator, nil, nil]
        case .narrative: [nil, nil, nil]
        }
    }

    private mutating func readValues(_ counts: [FigureCounts]) {
        var decimals = 0
        values.reserveCapacity(counts.count * layers)
        for figure in counts {
            let numbers = layersOf(figure)
            for layer in 0..<layers {
                let number = numbers[layer]
                if let number, !number.hundredMillionths.isMultiple(of: FixedDecimal.one) {
                    decimals = max(decimals, number.decimals)
                }
                values.append(number?.hundredMillionths)
            }
        }
        let smallest = Int64(FixedDecimal.powers[FixedDecimal.places - decimals])
        unit = FixedDecimal.one / smallest
        for index in values.indices { values[index] = values[index].map { $0 / smallest } }
    }

    private mutating func add(_ declared: [DifferencingCheck.Sum]) {
        for sum in declared {
            for layer in 0..<layers { addSum(sum.total, of: sum.parts, layer) }
        }
    }

    /// What stands in no other sum goes first in its own, since the search tries it first.
    private mutating func add(_ unprinted: [UnprintedCount]) {
        for (index, rest) in unprinted.enumerated() {
            let parts = [figures + index] + rest.parts
            if rest.isShare {
                addShares(parts)
            } else {
                for layer in 0..<layers { addSum(rest.whole, of: parts, layer) }
            }
        }
    }

    private mutating func addSum(_ total: Int, of parts: [Int], _ layer: Int) {
        for part in parts { sums.add(part * layers + layer, 1) }
        sums.add(total * layers + layer, -1)
        sums.end()
    }

    private mutating func addShares(_ shares: [Int]) {
        guard kind.isShare else { return }
        let whole = shares[0] * layers + Self.whole
        for share in shares { sums.add(share * layers, 1) }
        sums.add(whole, -1)
        sums.end()
        for share in shares.dropFirst() {
            sums.add(share * layers + Self.whole, 1)
            sums.add(whole, -1)
            sums.end()
        }
    }

    private mutating func addParts(_ all: Int) {
        guard kind.isShare else { return }
        for figure in 0..<all {
            sums.add(figure * layers, 1)
            sums.add(figure * layers + 1, 1)
            sums.add(figure * layers + Self.whole, -1)
            sums.end()
        }
    }

    /// Works out what a publisher withheld, where its sums leave only one way, as a reader would.
    private mutating func deduce() {
        guard values.contains(nil) else { return }
        var isNew = true
        while isNew {
            isNew = false
            for sum in 0..<sums.count where deduces(from: sum) { isNew = true }
        }
    }

    /// Whether one sum tells something that was not known.
    ///
    /// Parts that have less room between them than the least that they can be, as where
    /// numbers are rounded, are taken to be the least.
    private mutating func deduces(from sum: Int) -> Bool {
        let places = sums.places(of: sum)
        var (unknown, leasts, isOneSided, rest) = (0, Int128(0), true, Int128(0))
        for place in places {
            let term = sums.terms[place]
            if let value = values[term.index] {
                rest -= Int128(value) * Int128(term.sign)
            } else {
                unknown += 1
                leasts += Int128(least(of: term.index))
                isOneSided = isOneSided && term.sign > 0
            }
        }
        guard unknown == 1 || (unknown > 1 && isOneSided && rest <= leasts) else { return false }
        var isNew = false
        for place in places {
            let term = sums.terms[place]
            guard values[term.index] == nil else { continue }
            let value = unknown == 1 ? rest * Int128(term.sign) : Int128(least(of: term.index))
            guard let narrow = Int64(exactly: value) else { return isNew }
            values[term.index] = narrow
            isNew = true
        }
        return isNew
    }
}
