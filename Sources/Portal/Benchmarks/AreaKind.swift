/// What an area is to the partnership.
enum AreaKind: String, CaseIterable {
    /// The partnership's own.
    case local
    case country
    case region
    case authority
    /// The median of the statistical neighbours, as a publisher gives it.
    case median
    case nhs
}
