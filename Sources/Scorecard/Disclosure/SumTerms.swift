/// One number in a sum: a part adds, the total takes away, so that each sum comes to nothing.
struct SumTerm: Sendable {
    let index: Int
    let sign: Int
}

/// Sums one after the other in one array.
///
/// Turned round it lists the sums of each count in place of the counts of each sum.
struct SumTerms: Sendable {
    private(set) var terms: [SumTerm] = []
    private var starts = [0]

    /// How many sums there are.
    var count: Int { starts.count - 1 }

    /// The places of the terms of one sum.
    func places(of sum: Int) -> Range<Int> { starts[sum]..<starts[sum + 1] }

    /// Adds a term to the sum that is being written.
    mutating func add(_ index: Int, _ sign: Int) {
        terms.append(SumTerm(index: index, sign: sign))
    }

    /// Ends the sum that is being written.
    mutating func end() { starts.append(terms.count) }

    /// The same terms listed by count.
    func turned(counts: Int) -> SumTerms {
        var turned = SumTerms()
        turned.starts = Array(repeating: 0, count: counts + 1)
        for term in terms { turned.starts[term.index + 1] += 1 }
        for count in 0..<counts { turned.starts[count + 1] += turned.starts[count] }
        var next = turned.starts
        turned.terms = Array(repeating: SumTerm(index: 0, sign: 0), count: terms.count)
        for sum in 0..<count {
            for place in places(of: sum) {
                let term = terms[place]
                turned.terms[next[term.index]] = SumTerm(index: sum, sign: term.sign)
                next[term.index] += 1
            }
        }
        return turned
    }
}
