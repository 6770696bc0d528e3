/// What is found when all that a database holds is looked through.
package struct DatabaseCheck: Equatable, Sendable {
    /// What was looked at, a line for each part.
    package private(set) var lines: [String] = []
    /// The first of what is wrong, a line each, beginning with the part that it is in.
    package private(set) var faults: [String] = []
    /// How much is wrong in all.
    package private(set) var faultCount = 0

    /// So many faults are told; of a file that is torn there may be millions.
    static let mostFaults = 20

    /// Whether nothing is wrong.
    package var isClean: Bool { faultCount == 0 }

    /// What is wrong, as the lines that are told of it.
    package var complaints: [String] {
        let more = faultCount - faults.count
        return more == 0 ? faults : faults + ["and \(more) more"]
    }

    /// Looks at one part.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - look: Looks at it: given what notes a fault, it says how much it has looked at. An
    ///     error is a fault of the part, and the others are looked at all the same.
    mutating func look(at name: String, _ look: (_ note: (String) -> Void) throws -> String) {
        let before = faultCount
        var words = "not looked at whole"
        do {
            words = try look { add("\(name): \($0)") }
        } catch {
            add("\(name): \(error)")
        }
        let count = faultCount - before
        lines.append("\(name): \(words)" + (count == 0 ? "" : "; \(count.counted("fault"))"))
    }

    private mutating func add(_ fault: String) {
        faultCount += 1
        guard faults.count < Self.mostFaults else { return }
        // SQLite tells of some damage in several lines.
        faults.append(fault.split(whereSeparator: \.isNewline).joined(separator: "; "))
    }
}
