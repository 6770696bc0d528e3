// The search for another filling of the table.
//
// The count in question is moved by one, up or down. Then some sum is out, and some count of it
// must make up for it; each that can is tried in turn, a step of one at a time and never back,
// until all sums hold. If there is another filling, it can be reached so: as long as a sum is
// out, one of its counts is not yet where that filling has it. Short ways are tried first. When
// no way was given up for its length, there is no other filling.
extension DifferencingCheck {
    private static let longestWay = 64
    private static let effortForLength = 2_000

    /// Whether a hidden count can be worked out, or could not be shown to be safe.
    mutating func isRecoverable(_ count: Int) -> Bool {
        guard !isSafe[count] else { return false }
        guard !isFixed[count] else { return true }
        var length = 8
        while length <= Self.longestWay {
            let allowance = min(effort, Self.effortForLength)
            var way = Way(length: length, allowance: allowance)
            let isFound = settles(count, by: 1, &way) || settles(count, by: -1, &way)
            effort -= allowance - way.allowance
            if isFound { return false }
            if !way.wasCut { break }
            length *= 2
        }
        isFixed[count] = true
        hasFixed = true
        return true
    }

    /// What is left of a way through the table.
    private struct Way {
        /// Steps until it is too long.
        var length: Int
        /// Steps until the effort is spent.
        var allowance: Int
        /// Whether some way was given up though it could have gone on.
        var wasCut = false
    }

    /// Whether all sums can be made to hold when this count moves by one.
    private mutating func settles(_ count: Int, by step: Int, _ way: inout Way) -> Bool {
        guard canMove(count, by: step) else { return false }
        guard way.length > 0, way.allowance > 0 else {
            way.wasCut = true
            return false
        }
        way.length -= 1
        way.allowance -= 1
        move(count, by: step)
        trail.append(count)
        defer {
            trail.removeLast()
            move(count, by: -step)
            way.length += 1
        }
        switch tightestSum {
        case .none:
            for moved in trail { isSafe[moved] = true }
            return true
        case .some(let (sum, ways)):
            return ways > 0 && isMadeUp(sum, &way)
        }
    }

    private mutating func isMadeUp(_ sum: Int, _ way: inout Way) -> Bool {
        let direction = excesses[sum] > 0 ? -1 : 1
        for place in bySum.places(of: sum) {
            let term = bySum.terms[place]
            if settles(term.index, by: direction * term.sign, &way) { return true }
        }
        return false
    }

    private func canMove(_ count: Int, by step: Int) -> Bool {
        guard isHidden[count], !isFixed[count] else { return false }
        let departure = departures[count]
        return step > 0 ? departure >= 0 : departure <= 0 && -departure < room[count]
    }

    private mutating func move(_ count: Int, by step: Int) {
        departures[count] += step
        for place in byCount.places(of: count) {
            let term = byCount.terms[place]
            excesses[term.index] += step * term.sign
        }
    }

    /// Of the sums that do not hold the one that fewest counts can make up for, and how many
    /// can; only sums of counts that were moved can be out.
    private var tightestSum: (sum: Int, ways: Int)? {
        var tightest: (sum: Int, ways: Int)?
        for count in trail.reversed() {
            for place in byCount.places(of: count) {
                let sum = byCount.terms[place].index
                guard excesses[sum] != 0, sum != tightest?.sum else { continue }
                let ways = waysToMakeUp(sum, atMost: tightest?.ways ?? .max)
                if ways < tightest?.ways ?? .max { tightest = (sum, ways) }
                if ways == 0 { return tightest }
            }
        }
        return tightest
    }

    private func waysToMakeUp(_ sum: Int, atMost limit: Int) -> Int {
        let direction = excesses[sum] > 0 ? -1 : 1
        var ways = 0
        for place in bySum.places(of: sum) {
            let term = bySum.terms[place]
            if canMove(term.index, by: direction * term.sign) { ways += 1 }
            if ways >= limit { break }
        }
        return ways
    }
}
