/// The ways in which a figure can be unlikely, in the order that they are asked about.
public enum DoubtKind: String, CaseIterable, Sendable {
    /// More were counted than there are.
    case numeratorAboveDenominator
    /// A percentage was typed that is more than all.
    case percentageAbove100
    /// It lies on the other side of zero than those before.
    case sign
    /// It was typed with more places than the measure has.
    case decimals
    /// It moved further than such figures do.
    case unusualChange
    /// It is zero, and those before were not.
    case zeroAfterNonZeros
    /// A group of children has more than all children.
    case groupAboveWhole
    /// The groups that make up all children come to something else.
    case groupsApartFromWhole
}

/// Something unlikely about a figure, which the officer is asked about and which stops nothing.
public struct Doubt: Hashable, Sendable {
    /// In which way it is unlikely.
    public let kind: DoubtKind
    /// What is unlikely, in a few words without a capital or a full stop.
    public let summary: String
    /// What is unlikely, in whole sentences with the numbers in them.
    public let question: String
}
