import Foundation

/// Tables of inputs and answers that were made outside the project.
///
/// They are in the folder that `PORTAL_CHECKS` names, or else in `shared/checks` beside the package.
enum Checks {
    /// The JSON files of a folder, sorted by name; none, and a word about it, if it is not there.
    static func tables(in folder: String) -> [(name: String, table: JSON)] {
        let path = root + "/" + folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            // The tables are not part of the project: without them there is nothing to test.
            print("Skipped: no \(folder) in \(root); set PORTAL_CHECKS to the folder of checks.")
            return []
        }
        return names.sorted().filter { $0.hasSuffix(".json") }.compactMap { name in
            guard let data = FileManager.default.contents(atPath: path + "/" + name),
                let table = JSON(Array(data))
            else {
                print("\(path)/\(name) is not readable as JSON.")
                return nil
            }
            return (name, table)
        }
    }

    private static var root: String {
        if let path = ProcessInfo.processInfo.environment["PORTAL_CHECKS"] { return path }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/checks").standardized.path()
    }
}
