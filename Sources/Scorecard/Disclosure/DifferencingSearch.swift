// The search for another filling of the table.
//
// The count in question is moved by one, up or down. Then some sum is out, and some count of it
// must make up for it; each that can is tried in turn, a step of one at a time and never back,
// until all sums hold. If there is another filling, it can be reached so: as long as a sum is
// out, one of its counts is not yet where that filling has it. Short ways are tried first. When
// no way was given up for its length, there is no other filling.
extension DifferencingCheck {
    private static let longestWay = 64
    private static let effortForOne = 10_000

    /// Whether a hidden count can be worked out, or could not be shown to be safe.
    mutating func isRecoverable(_ count: Int) -> Bool {
        guard !isSafe[count] else { return false }
        guard !isFixed[count] else { return true }
        var allowance = min(effort, Self.effortForOne)
        effort -= allowance
        defer { effort += allowance }
        var length = 4
        while length <= Self.longestWay, allowance > 0 {
            var way = Way(length: length, allowance: allowance)
            let isFound = settles(count, by: 1, &way) || settles(count, by: -1, &way)
            allowance = way.allowance
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
        guard let sum = sumThatIsOut else {
            for moved in trail { isSafe[moved] = true }
            return true
        }
        return isMadeUp(sum, &way)
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

    /// A sum that does not hold, of those moved last first; only theirs can be out.
    private var sumThatIsOut: Int? {
        for count in trail.reversed() {
            for place in byCount.places(of: count) where excesses[byCount.terms[place].index] != 0 {
                return byCount.terms[place].index
            }
        }
        return nil
    }
}
