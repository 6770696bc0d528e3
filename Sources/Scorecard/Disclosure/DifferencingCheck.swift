/// Which hidden counts of a table can be worked out from those that are shown.
///
/// The reader is taken to know every shown count, which counts sum to which, that children are
/// whole, and how small a hidden count can be: at least 1 where zeros are always shown, so that
/// two parts hidden in a sum of 2 are both 1. A hidden count is safe if the table can be filled
/// in another way in which it differs; otherwise it is recoverable. This is the audit of M. Fischetti
/// and J. J. Salazar, "Solving the cell suppression problem on tabular data with linear
/// constraints" (Management Science, 2001), with whole numbers in place of fractions and for
/// exact disclosure only: how narrow a range a reader can work out is not looked at.
///
/// Only how far the other filling departs from the true one matters, so a table whose sums do
/// not quite add up is checked too, as if the reader knew by how much each is out.
public struct DifferencingCheck: Sendable {
    /// A count of the table.
    public struct Count: Hashable, Sendable {
        /// The true count.
        public let value: Int64
        /// The least it can be, as readers know.
        public let least: Int64
        /// Whether readers do not see it.
        public let isHidden: Bool

        /// Creates a count.
        public init(_ value: Int64, least: Int64 = 1, isHidden: Bool = false) {
            self.value = value
            self.least = least
            self.isHidden = isHidden
        }
    }

    /// A count that is the sum of others, all named by their places in the table.
    public struct Sum: Hashable, Sendable {
        /// The place of the total.
        public let total: Int
        /// The places of its parts.
        public let parts: [Int]

        /// Creates a sum.
        public init(_ total: Int, of parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    /// The counts of each sum.
    let bySum: SumTerms
    /// The sums of each count.
    let byCount: SumTerms
    /// How far each count can fall, if it is hidden.
    private(set) var room: [Int]
    private(set) var isHidden: [Bool]
    /// How many counts of each sum are hidden.
    private(set) var hiddenCounts: [Int]
    /// Counts for which another filling was found; hiding more cannot take it away.
    var isSafe: [Bool]
    /// Counts found recoverable, which are as good as shown until more is hidden.
    var isFixed: [Bool]
    /// Whether there are any of those.
    var hasFixed = false
    /// How far the filling that is being tried departs from the true one.
    var departures: [Int]
    /// By how much each sum is out in the filling that is being tried.
    var excesses: [Int]
    /// The counts moved, in order.
    var trail: [Int] = []
    /// Steps that may still be taken in this table.
    var effort: Int

    /// Creates a check; a sum that names a count that is not there is left out.
    ///
    /// The effort is the number of steps that may be taken in all. When it is spent, what has
    /// not been found safe is taken for recoverable.
    public init(_ counts: [Count], sums: [Sum], effort: Int = 50_000) {
        var terms = SumTerms()
        for sum in sums where (sum.parts + [sum.total]).allSatisfy(counts.indices.contains) {
            for part in sum.parts { terms.add(part, 1) }
            terms.add(sum.total, -1)
            terms.end()
        }
        self.init(room: counts.map { Self.room(of: $0.value, $0.least) }, terms, effort: effort)
        for (index, count) in counts.enumerated() where count.isHidden { hide(index) }
    }

    /// Creates a check in which nothing is hidden yet.
    init(room: [Int], _ sums: SumTerms, effort: Int = 50_000) {
        self.room = room
        self.effort = effort
        bySum = sums
        byCount = sums.turned(counts: room.count)
        isHidden = Array(repeating: false, count: room.count)
        isSafe = isHidden
        isFixed = isHidden
        departures = Array(repeating: 0, count: room.count)
        excesses = Array(repeating: 0, count: sums.count)
        hiddenCounts = excesses
    }

    /// The places of the hidden counts that can be worked out, in order.
    public var recoverable: [Int] {
        var check = self
        return isHidden.indices.filter { isHidden[$0] && check.isRecoverable($0) }
    }

    /// How far a count can fall; more than any search would let it is cut off.
    static func room(of value: Int64, _ least: Int64) -> Int {
        guard value > least else { return 0 }
        let (room, isBeyond) = value.subtractingReportingOverflow(least)
        return isBeyond ? unlimited : min(Int(room), unlimited)
    }

    /// More than any search moves a count.
    static let unlimited = 1_000_000

    /// Hides a count, which may make others safe.
    mutating func hide(_ count: Int) {
        guard !isHidden[count] else { return }
        isHidden[count] = true
        for place in byCount.places(of: count) { hiddenCounts[byCount.terms[place].index] += 1 }
        guard hasFixed else { return }
        for index in isFixed.indices { isFixed[index] = false }
        hasFixed = false
    }
}
