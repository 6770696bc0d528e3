/// A mistake in a file of settings: where it is and how to mend it.
struct SettingsMistake: Error, Equatable, CustomStringConvertible {
    let path: String
    /// The line, counted from one; `nil` for what is not there at all.
    let line: Int?
    let words: String

    var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(words)" }
}

/// The file in which a partnership says who it is: lines of `key = value`.
///
/// A line that starts with `#` is a remark. There are no remarks after a value, since colours
/// start with the same sign.
struct SettingsFile {
    let path: String

    /// Reads the file into `settings`.
    ///
    /// - Throws: The first mistake, with its line.
    func read(into settings: inout Settings) throws {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        try read(try Folder(path: folder).text(of: name), into: &settings)
    }

    /// Reads the text of the file into `settings`.
    func read(_ text: String, into settings: inout Settings) throws(SettingsMistake) {
        var lines: [SettingsKey: Int] = [:]
        // A line may end as other systems end theirs, and a file begin with the mark of theirs.
        let all = text.drop { $0 == "\u{FEFF}" }
            .split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in all.enumerated() {
            let line = line.trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            do throws(SettingFault) {
                let (key, value) = try pair(line)
                if let before = lines[key] {
                    throw SettingFault(
                        "«\(key.rawValue)» is in line \(before) already; take one out")
                }
                lines[key] = index + 1
                try settings.set(key, to: value)
            } catch {
                throw mistake(error.words, in: index + 1)
            }
        }
        for (key, example) in SettingsKey.needed where lines[key] == nil {
            throw mistake(
                "«\(key.rawValue)» is missing; add a line such as \(key.rawValue) = \(example)")
        }
        if let words = settings.signOn.fault { throw mistake(words) }
    }

    private func pair(_ line: String) throws(SettingFault) -> (SettingsKey, String) {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map(\.trimmed)
        guard parts.count == 2 else {
            throw SettingFault("«\(line)» is not of the form key = value")
        }
        guard let key = SettingsKey(rawValue: parts[0]) else {
            let known = SettingsKey.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingFault("there is no «\(parts[0])»; what can be set: \(known)")
        }
        guard !parts[1].isEmpty else {
            throw SettingFault(
                "«\(key.rawValue)» has no value; write one, or put # before the line")
        }
        return (key, parts[1])
    }

    private func mistake(_ words: String, in line: Int? = nil) -> SettingsMistake {
        SettingsMistake(path: path, line: line, words: words)
    }
}
