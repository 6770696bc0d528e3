/// What is found when the audit trail is looked through from its first entry to its last.
package enum TrailVerification: Equatable {
    case whole(TrailEnd)
    case broken(TrailBreak)
}

/// How a trail ends that is whole.
package struct TrailEnd: Equatable, CustomStringConvertible {
    /// How many entries there are, which is the number of the last.
    package let number: Int
    /// When the last was written, in seconds since 1970.
    package let at: Int?
    /// The hash of the last, which stands for all that are before it; empty if there is none.
    package let hash: String

    package var description: String {
        guard let at else { return "0 entries, whole" }
        return "\(number) \(number == 1 ? "entry" : "entries"), whole; "
            + "the last is number \(number) of \(TrailTime(seconds: at)) with hash \(hash)"
    }
}

/// Where the trail is broken, and how.
package enum TrailBreak: Equatable, CustomStringConvertible {
    /// What it says, or its hash, is not what was written.
    case changed(Int)
    /// What was written under one number now stands under another.
    case moved(Int, to: Int)
    case missing(ClosedRange<Int>)
    /// Numbers begin with 1.
    case beforeFirst(Int)
    /// The head tells of entries that are not there.
    case endMissing(ClosedRange<Int>)
    case headMissing
    /// The head tells of fewer entries than there are.
    case headBehind(says: Int, last: Int)
    /// The head does not have the hash of the last entry.
    case headChanged(Int)
    /// No entry has the hash that an earlier look at the trail found at its end.
    case endUnknown(String)
    /// The database no longer has what keeps the trail from being changed, or has it otherwise.
    case unguarded(String)

    package var description: String {
        switch self {
        case .changed(let number): "broken at entry \(number): it has been changed"
        case .moved(let number, let place):
            "broken at entry \(number): what was entry \(number) now has the number \(place)"
        case .missing(let numbers):
            numbers.count == 1
                ? "broken at entry \(numbers.lowerBound): it is missing"
                : "broken at entry \(numbers.lowerBound): it is missing, with all up to "
                    + "entry \(numbers.upperBound)"
        case .beforeFirst(let number):
            "broken at entry \(number): an entry has been put before the first"
        case .endMissing(let numbers):
            "broken at entry \(numbers.lowerBound): the end is missing, up to entry "
                + "\(numbers.upperBound)"
        case .headMissing: "broken at the end: what tells how long the trail is, is missing"
        case .headBehind(let says, let last):
            "broken at the end: it is said to be entry \(says), but there is entry \(last)"
        case .headChanged(let number):
            "broken at the end: entry \(number) is not kept there with its hash"
        case .endUnknown(let hash):
            "broken before the end: no entry has the hash \(hash); entries that were there have "
                + "been taken away or written anew"
        case .unguarded(let what): "unguarded: \(what)"
        }
    }
}

/// The entries that have been looked at so far.
struct TrailChain {
    /// The number of the last; 0 before the first.
    private(set) var number = 0
    private(set) var at: Int?
    private(set) var hash = ""
    /// Whether an entry has the hash that is looked for.
    private(set) var hasWanted: Bool
    private let wanted: String?

    init(wanted: String?) {
        self.wanted = wanted
        hasWanted = wanted == nil
    }

    /// Goes on to the next entry; what is wrong with it, if anything is.
    mutating func take(_ entry: SealedEntry) -> TrailBreak? {
        guard entry.number > number else { return .beforeFirst(entry.number) }
        guard entry.number - 1 == number else { return .missing(number + 1...entry.number - 1) }
        guard entry.isTyped, entry.hash == entry.hash(after: hash) else {
            return .changed(entry.number)
        }
        number = entry.number
        at = entry.at
        hash = entry.hash
        if hash == wanted { hasWanted = true }
        return nil
    }

    /// What is wrong with the end, if anything is.
    func breakAtEnd(_ head: TrailHead?) -> TrailBreak? {
        guard let head else { return .headMissing }
        if head.number > number { return .endMissing(number + 1...head.number) }
        if head.number < number { return .headBehind(says: head.number, last: number) }
        guard head.hash == hash else { return .headChanged(number) }
        if let wanted, !hasWanted { return .endUnknown(wanted) }
        return nil
    }
}
