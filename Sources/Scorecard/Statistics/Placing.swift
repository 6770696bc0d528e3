/// Where a figure stands among those of a set of areas, best first.
public struct Placing: Hashable, Sendable {
    /// A quarter of the areas, in the order in which polarity puts them.
    public enum Quarter: Int, CaseIterable, Sendable {
        /// The quarter that does best.
        case best = 1
        /// The next.
        case second
        /// The one after it.
        case third
        /// The quarter that does worst.
        case worst
    }

    /// The place, 1 being the best; equal figures share the better place.
    public let rank: Int
    /// Whether another area has the same figure, and so the same place.
    public let isShared: Bool
    /// Whether no figure is worse.
    public let isLast: Bool
    /// How many figures are ranked, the figure itself among them.
    public let among: Int
    /// The quarter that the figure lies in; `nil` with fewer than four figures.
    public let quarter: Quarter?

    /// Places a figure among those of other areas; `nil` where neither way is better.
    ///
    /// The quarters are those of English public health statistics, cut from the figures of the
    /// other areas and this one together.
    public init?(of figure: FixedDecimal, among others: Neighbours, polarity: Polarity) {
        let highestFirst: Bool
        switch polarity {
        case .highIsGood: highestFirst = true
        case .lowIsGood: highestFirst = false
        case .betweenIsGood, .context, .unconfirmed: return nil
        }
        let all = Neighbours(others.values + [figure])
        among = all.values.count
        rank = 1 + all.values.count { highestFirst ? $0 > figure : $0 < figure }
        isLast = all.values.allSatisfy { highestFirst ? $0 >= figure : $0 <= figure }
        isShared = others.values.contains(figure)
        quarter = all.group(of: figure, of: 4, highestFirst: highestFirst)
            .flatMap(Quarter.init)
    }

    /// The place in words: "3rd best of 11, in the best quarter", or "last of 11".
    ///
    /// Where all figures are the same, all are the best.
    public var words: String {
        let place = isShared ? "joint \(name)" : name
        let part = quarter.map { ", in \($0.words)" } ?? ""
        return "\(place) of \(among)\(part)"
    }

    private var name: String {
        if rank == 1 { return "best" }
        return isLast ? "last" : "\(Self.ordinal(rank)) best"
    }

    /// `1st`, `2nd`, `11th`.
    private static func ordinal(_ number: Int) -> String {
        let ending: String =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            case _: "th"
            }
        return "\(number)\(ending)"
    }
}

extension Placing.Quarter {
    /// What members read.
    public var words: String {
        switch self {
        case .best: "the best quarter"
        case .second: "the second best quarter"
        case .third: "the second worst quarter"
        case .worst: "the worst quarter"
        }
    }
}
