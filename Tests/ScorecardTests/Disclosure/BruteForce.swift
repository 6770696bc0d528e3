/// A reader with endless patience: the ways to fill in the hidden counts of a small table.
///
/// It is written apart from the code that it checks, and knows only this: some counts are
/// shown, the sums hold, and a hidden count is at least so much. A count that no sum settles is
/// tried at every number within `reach` of the true one, so what is found to have two values
/// has two, and what is found to have one has one within that reach.
struct BruteForce {
    let values: [Int]
    let least: [Int]
    let isHidden: [Bool]
    let sums: [(total: Int, parts: [Int])]
    let reach: Int

    /// The places of the hidden counts that are the same in every way to fill the table in.
    var determined: Set<Int> {
        let hidden = values.indices.filter { isHidden[$0] }
        // A sum settles the last of its hidden counts.
        var settling = Array(repeating: [Int](), count: hidden.count)
        for (index, sum) in sums.enumerated() {
            let last = hidden.lastIndex { $0 == sum.total || sum.parts.contains($0) }
            if let last { settling[last].append(index) }
        }
        var search = Search(table: self, hidden: hidden, settling: settling, filling: values)
        search.same = Set(hidden)
        search.fill(0)
        return search.same
    }

    private struct Search {
        let table: BruteForce
        let hidden: [Int]
        let settling: [[Int]]
        var filling: [Int]
        var same: Set<Int> = []

        mutating func fill(_ depth: Int) {
            guard !same.isEmpty else { return }
            guard depth < hidden.count else {
                same = same.filter { filling[$0] == table.values[$0] }
                return
            }
            let place = hidden[depth]
            let truth = table.values[place]
            if let sum = settling[depth].first {
                filling[place] = 0
                let (total, parts) = table.sums[sum]
                let others = parts.reduce(0) { $0 + filling[$1] }
                go(on: place, with: total == place ? others : filling[total] - others, depth)
            } else {
                for candidate in max(truth - table.reach, table.least[place])...truth + table.reach
                {
                    go(on: place, with: candidate, depth)
                }
            }
            filling[place] = truth
        }

        private mutating func go(on place: Int, with candidate: Int, _ depth: Int) {
            guard candidate >= table.least[place] else { return }
            filling[place] = candidate
            for sum in settling[depth] {
                let (total, parts) = table.sums[sum]
                guard parts.reduce(0, { $0 + filling[$1] }) == filling[total] else { return }
            }
            fill(depth + 1)
        }
    }
}
