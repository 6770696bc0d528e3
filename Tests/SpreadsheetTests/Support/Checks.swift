import Foundation

/// Tables of inputs and answers that were made outside the project.
///
/// They are in the folder that `PORTAL_CHECKS` names, or else in `shared/checks` beside the package.
enum Checks {
    /// The cases of a file; none, and a word about it, if it is not there.
    static func cases<Case: Decodable>(of file: String, as type: Case.Type) throws -> [Case] {
        let path = root + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else {
            print("Skipped: no \(file) in \(root); set PORTAL_CHECKS to the folder of checks.")
            return []
        }
        return try JSONDecoder().decode(Table<Case>.self, from: data).cases
    }

    /// A file's bytes; none, and a word about it, if it is not there.
    static func bytes(of file: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: root + "/" + file) else {
            print("Skipped: no \(file) in \(root); set PORTAL_CHECKS to the folder of checks.")
            return nil
        }
        return Array(data)
    }

    private struct Table<Case: Decodable>: Decodable {
        let cases: [Case]
    }

    private static var root: String {
        if let path = ProcessInfo.processInfo.environment["PORTAL_CHECKS"] { return path }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/checks").standardized.path()
    }
}
