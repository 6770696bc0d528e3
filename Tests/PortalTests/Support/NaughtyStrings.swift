import Foundation

/// Strings that have broken programs, from a list made outside the project.
///
/// The list is in the folder that `PORTAL_CHECKS` names, or else in `shared/checks` beside the
/// package.
enum NaughtyStrings {
    /// All of them; none, and a word about it, if the list is not there.
    static var all: [String] {
        let path = root + "/strings/naughty-strings.json"
        guard let data = FileManager.default.contents(atPath: path) else {
            // The list is not part of the project: without it there is nothing to test.
            print("Skipped: no \(path); set PORTAL_CHECKS to the folder of checks.")
            return []
        }
        guard let strings = try? JSONDecoder().decode([String].self, from: data) else {
            // Told aloud, since a list that cannot be read tests nothing.
            print("\(path) is not readable as JSON.")
            return []
        }
        return strings
    }

    private static var root: String {
        if let path = ProcessInfo.processInfo.environment["PORTAL_CHECKS"] { return path }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/checks").standardized.path()
    }
}
