// Which of several judgements asks for attention first.

extension Verdict {
    /// Whether the figure misses its bound by more than another misses its own.
    ///
    /// Each miss is counted in the tolerance of its own measure, since units differ: a miss of
    /// three tolerances is more than one of two. A measure that allows nothing comes before those
    /// that allow something. A shortfall too great to write is the greatest.
    public func misses(byMoreThan other: Verdict) -> Bool {
        guard let own = shortfall else { return other.shortfall != nil }
        guard let others = other.shortfall else { return false }
        let (allowed, othersAllowed) = (tolerance ?? .zero, other.tolerance ?? .zero)
        guard allowed != .zero || othersAllowed != .zero else { return false }
        return own.wide * othersAllowed.wide > others.wide * allowed.wide
    }
}

extension Judgement {
    /// Whether this measure is further off its target than another.
    public func isFurtherOff(than other: Judgement) -> Bool {
        guard let verdict else { return false }
        guard let others = other.verdict else { return true }
        return verdict.misses(byMoreThan: others)
    }
}
