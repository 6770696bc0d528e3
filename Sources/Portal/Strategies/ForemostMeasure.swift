import Scorecard

/// The one measure of several that a reader with room for one should see.
struct ForemostMeasure {
    /// Why it was taken.
    enum Reason {
        /// It is the furthest off its target.
        case offTarget
        /// Nothing is off target, and its figure is the newest that can be compared.
        case newestChange
        /// Nothing can be compared either, and its figure is the newest.
        case newest
    }

    let standing: Standing
    let reason: Reason

    /// Picks among measures in the strategy's order, which decides between equals.
    init?(among standings: [Standing]) {
        let off = standings.filter { $0.judgement.status == .offTarget }
        if let first = off.first {
            standing = off.dropFirst().reduce(first) { worst, next in
                next.judgement.isFurtherOff(than: worst.judgement) ? next : worst
            }
            reason = .offTarget
            return
        }
        let known = standings.filter { $0.latest?.value != nil }
        let changed = known.filter { $0.change?.direction != nil }
        guard let newest = Self.newest(of: changed.isEmpty ? known : changed) else { return nil }
        standing = newest
        reason = changed.isEmpty ? .newest : .newestChange
    }

    private static func newest(of standings: [Standing]) -> Standing? {
        standings.reduce(nil) { newest, next in
            guard let end = next.latest?.period.end else { return newest }
            guard let known = newest?.latest?.period.end, known >= end else { return next }
            return newest
        }
    }
}
