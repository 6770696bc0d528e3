/// The names of a statement's columns, found in the order they are asked for.
///
/// Rows are read in the order of their columns, so the name asked for is nearly always that of
/// the next one. After the first row SQLite's names are exchanged for the callers' own strings: a
/// literal is then compared with itself, which is one instruction.
final class ColumnNames {
    /// In the order of the columns.
    let all: [String]

    private let areCallers: Bool
    private var next = 0
    /// What callers have asked for while the names are still SQLite's.
    private var asked: [String]

    /// Takes the names SQLite gives.
    init(_ names: [String]) {
        all = names
        asked = names
        areCallers = false
    }

    private init(asLastAsked names: [String]) {
        all = names
        asked = []
        areCallers = true
    }

    /// Begins another row; the names to use from now on, where they are not these.
    func beginRow() -> ColumnNames? {
        next = 0
        return areCallers ? nil : ColumnNames(asLastAsked: asked)
    }

    func index(of name: String) -> Int? {
        let expected = next
        if areCallers, expected < all.count, all[expected] == name {
            next = expected + 1
            return expected
        }
        return search(for: name)
    }

    private func search(for name: String) -> Int? {
        guard let found = all.firstIndex(of: name) else { return nil }
        if !areCallers { asked[found] = name }
        next = found + 1
        return found
    }
}
