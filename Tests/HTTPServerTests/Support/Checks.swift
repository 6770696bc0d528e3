// The tables are JSON, and only tests read JSON.
import Foundation

/// Outside truth tables, in the folder that PORTAL_CHECKS names.
enum Checks {
    static let folder: String =
        ProcessInfo.processInfo.environment["PORTAL_CHECKS"]
        ?? URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/checks").standardized.path()

    /// The cases of `http1/cases.json`, or none, said aloud, if they are not here.
    static let cases: [Case] = {
        let path = folder + "/http1/cases.json"
        guard let data = FileManager.default.contents(atPath: path),
            let cases = try? JSONDecoder().decode([Case].self, from: data)
        else {
            print("SKIPPED: no http1 cases in \(folder); set PORTAL_CHECKS to test with them")
            return []
        }
        return cases
    }()

    /// One message, what must become of it and what else is allowed.
    struct Case: Decodable, Sendable {
        let id: String
        let want: String
        let tolerate: [String]?
        let send: String?
        let parts: [Part]?
        let maximum: Int?

        enum CodingKeys: String, CodingKey {
            case id, want, tolerate, send, parts
            case maximum = "max_responses"
        }

        struct Part: Decodable, Sendable {
            let text: String
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                text = try list.decode(String.self)
            }
        }

        /// The bytes, with the blanks filled in.
        var bytes: [UInt8] {
            var text = send ?? (parts ?? []).map(\.text).joined()
            text = text.replacing("{{path}}", with: "/").replacing("{{host}}", with: "127.0.0.1:80")
            while let start = text.range(of: "{{bodylen:"),
                let end = text.range(of: "}}", range: start.upperBound..<text.endIndex)
            {
                let length = text[start.upperBound..<end.lowerBound].unicodeScalars.count
                text.replaceSubrange(start.lowerBound..<end.upperBound, with: "\(length)")
            }
            return text.unicodeScalars.map { UInt8($0.value) }
        }
    }
}
