/// Names and their values, in the order they were given.
///
/// A row of a page has a few dozen names and is read once, so that finding a name by going through
/// them costs less than hashing them all beforehand. Names are compared byte by byte. No two should
/// be the same; of two that are, either may be shown.
public struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    @usableFromInline
    var pairs: [(String, TemplateValue)]

    /// The names and values of `pairs`.
    @inlinable
    public init(_ pairs: [(String, TemplateValue)]) { self.pairs = pairs }

    /// The names and values as written.
    @inlinable
    public init(dictionaryLiteral pairs: (String, TemplateValue)...) { self.pairs = pairs }

    /// Adds a name that is not there yet.
    public mutating func append(_ name: String, _ value: TemplateValue) {
        pairs.append((name, value))
    }

    /// Adds the names of `other`, none of which is there yet.
    public mutating func append(contentsOf other: TemplateRecord) {
        pairs.append(contentsOf: other.pairs)
    }

    /// The names, in order.
    public var names: [String] { pairs.map { $0.0 } }

    /// The value of a name, if it has one.
    public subscript(_ name: String) -> TemplateValue? {
        slot(of: name, likely: 0).map { pairs[$0].1 }
    }
}

extension TemplateRecord {
    /// Where a name is; `likely` is looked at first.
    @inline(__always)
    func slot(of name: String, likely: Int) -> Int? {
        if likely < pairs.count, pairs[likely].0 == name { return likely }
        return slot(of: name)
    }

    /// Lengths are compared first: they tell most names apart without a call.
    private func slot(of name: String) -> Int? {
        let length = name.utf8.count
        for slot in pairs.indices
        where pairs[slot].0.utf8.count == length && pairs[slot].0 == name {
            return slot
        }
        return nil
    }
}
