/// The withholding of further figures until none that is withheld can be worked out.
///
/// It ends, since each step withholds one more figure. Where all figures but zeros are
/// withheld, every withheld count could be twice what it is, so nothing is recoverable. Readers
/// are taken to know the rule but not to reason from which figures were chosen: that a figure
/// is the next smallest narrows what a withheld count can be, and is not looked at.
struct Suppression {
    private let table: CountTable
    private let terms: DisclosureTerms
    private var check: DifferencingCheck
    private var isWithheld: [Bool]
    /// The counts that must not be worked out, in the order in which they were withheld.
    private var protected: [Int] = []
    private var isProtected: [Bool]

    /// Begins with the figures that are withheld for their own sake, and the counts that no
    /// table prints, each with whether it is small.
    init(
        of table: CountTable, isWithheld: [Bool], _ unprinted: [Bool], _ terms: DisclosureTerms
    ) {
        self.table = table
        self.terms = terms
        self.isWithheld = isWithheld
        isProtected = Array(repeating: false, count: table.values.count)
        check = DifferencingCheck(
            room: table.values.indices.map(table.room), table.sums)
        for count in table.values.indices where table.values[count] == nil { check.hide(count) }
        for place in isWithheld.indices where isWithheld[place] {
            hide(place, isSecret: true)
        }
        for (index, isSmall) in unprinted.enumerated() {
            hide(table.figures + index, isSecret: isSmall)
        }
    }

    /// The places of all figures withheld by now, those added last.
    mutating func secondary() -> [Int] {
        var next = 0
        while next < protected.count {
            if check.isRecoverable(protected[next]), let place = cover(for: protected[next]) {
                isWithheld[place] = true
                hide(place, isSecret: true)
            } else {
                next += 1
            }
        }
        return isWithheld.indices.filter { isWithheld[$0] }
    }

    private mutating func hide(_ place: Int, isSecret: Bool) {
        for count in place * table.layers..<(place + 1) * table.layers {
            check.hide(count)
            guard isSecret, table.isProtected(count, under: terms.rule) else { continue }
            isProtected[count] = true
            protected.append(count)
        }
    }

    /// The figure to withhold so that a recoverable count no longer is.
    ///
    /// It comes from the nearest sum that gives a hidden count away. In it the parts go before
    /// the total. Parts whose other sums have something hidden already go first, so that no
    /// new sum gives anything away; then the smallest; then the first. Zeros are a last resort,
    /// since a reader who sees zeros elsewhere knows that what is hidden is not one; but where
    /// a share of a group is hidden and all its parts and their total are zero, only the total
    /// helps.
    private mutating func cover(for count: Int) -> Int? {
        let near = sums(near: count)
        for sum in near where isExposed(sum) {
            if let place = cover(in: sum) ?? shareTotal(of: sum) { return place }
        }
        for sum in near {
            if let place = cover(in: sum) { return place }
        }
        for sum in near {
            if let place = cover(in: sum, isZeroAllowed: true) { return place }
        }
        return nil
    }

    /// The total of a sum of parts of percentages, if it is shown.
    private func shareTotal(of sum: Int) -> Int? {
        guard table.layers > 1 else { return nil }
        return check.bySum.places(of: sum).lazy.map { check.bySum.terms[$0] }
            .first { $0.sign < 0 && !check.isHidden[$0.index] }
            .map { $0.index / table.layers }
    }

    /// The sums that hang together with a count by hidden ones, the nearest first.
    private func sums(near count: Int) -> [Int] {
        var found: [Int] = []
        var isFound = Array(repeating: false, count: check.bySum.count)
        var isReached = Array(repeating: false, count: check.isHidden.count)
        var reached = [count]
        isReached[count] = true
        var next = 0
        while next < reached.count {
            for place in check.byCount.places(of: reached[next]) {
                let sum = check.byCount.terms[place].index
                guard !isFound[sum] else { continue }
                isFound[sum] = true
                found.append(sum)
                for place in check.bySum.places(of: sum) {
                    let other = check.bySum.terms[place].index
                    guard check.isHidden[other], !isReached[other] else { continue }
                    isReached[other] = true
                    reached.append(other)
                }
            }
            next += 1
        }
        return found
    }

    /// Whether a sum gives its hidden counts away by itself: there is only one, or all are
    /// parts that are as small as can be.
    ///
    /// A hidden count that is no secret and can be worked out, such as the denominator that
    /// shares have in common, hides nothing.
    private mutating func isExposed(_ sum: Int) -> Bool {
        var (hidden, areLeast) = (0, true)
        for place in check.bySum.places(of: sum) {
            let term = check.bySum.terms[place]
            guard check.isHidden[term.index],
                isProtected[term.index] || !check.isRecoverable(term.index)
            else { continue }
            hidden += 1
            areLeast = areLeast && term.sign > 0 && check.room[term.index] == 0
        }
        return hidden == 1 || (hidden > 1 && areLeast)
    }

    private func cover(in sum: Int, isZeroAllowed: Bool = false) -> Int? {
        var (best, bestRank) = (Int?.none, Rank(isTotal: true, exposes: .max, size: .max))
        for place in check.bySum.places(of: sum) {
            let term = check.bySum.terms[place]
            guard !check.isHidden[term.index], let value = table.values[term.index],
                isZeroAllowed || value != 0
            else { continue }
            let rank = Rank(
                isTotal: term.sign < 0, exposes: newlyExposed(term.index), size: value.magnitude)
            if best == nil || rank < bestRank { (best, bestRank) = (term.index, rank) }
        }
        return best.map { $0 / table.layers }
    }

    /// How many sums would have this as their only hidden count.
    private func newlyExposed(_ count: Int) -> Int {
        var sums = 0
        for place in check.byCount.places(of: count)
        where check.hiddenCounts[check.byCount.terms[place].index] == 0 {
            sums += 1
        }
        return sums
    }

    private struct Rank: Comparable {
        let isTotal: Bool
        let exposes: Int
        let size: UInt64

        static func < (lhs: Rank, rhs: Rank) -> Bool {
            if lhs.isTotal != rhs.isTotal { return rhs.isTotal }
            return (lhs.exposes, lhs.size) < (rhs.exposes, rhs.size)
        }
    }
}
