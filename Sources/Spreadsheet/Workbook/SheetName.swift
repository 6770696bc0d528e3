/// What a sheet may be called in every program.
enum SheetName {
    /// The name nearest to `name` that is allowed and not yet `used`, which it then is.
    static func legal(_ name: String, besides used: inout Set<String>) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let isWrong = Self.forbidden.contains(scalar) || scalar.value < 0x20 || !scalar.isXML
            scalars.append(isWrong ? " " : scalar)
        }
        var base = trimmed(String(scalars), to: room)
        if base.isEmpty { base = "Sheet" }
        // Excel keeps this name for itself.
        if base.lowercased() == "history" { base += " 1" }
        var result = base
        var number = 1
        // Excel takes names for the same whose letters differ only in case.
        while !used.insert(result.lowercased()).inserted {
            number += 1
            let mark = " (\(number))"
            result = trimmed(base, to: room - mark.utf16.count) + mark
        }
        return result
    }

    /// Without spaces and apostrophes at the ends, and no longer than that as Excel counts.
    private static func trimmed(_ name: String, to room: Int) -> String {
        let isEnd: (Character) -> Bool = { $0 == " " || $0 == "'" }
        var result = name.drop(while: isEnd)
        while result.utf16.count > room || result.last.map(isEnd) == true { result.removeLast() }
        return String(result)
    }

    private static let room = 31
    private static let forbidden = "[]:*?/\\".unicodeScalars
}
