/// Numbers in Prometheus' text format, version 0.0.4.
///
/// Families one after the other, each with its samples:
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>.
public struct Exposition: Sendable {
    /// What kind of number a family holds.
    public enum Kind: String, Sendable {
        /// Only ever grows, until the program starts again.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts of what was at most so large.
        case histogram
    }

    /// What a client must be told that the text is.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The text so far.
    public private(set) var text = ""
    private var family = ""

    /// Creates an empty text.
    public init() {}

    /// Begins a family; the samples that follow are its own.
    public mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        family = name
        text += "# HELP \(name) \(Self.escaped(help, withQuotes: false))\n"
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Adds a whole number to the family begun last.
    public mutating func add(
        _ value: Int, _ labels: KeyValuePairs<String, String> = [:], suffix: String = ""
    ) {
        add("\(value)", labels, suffix)
    }

    /// Adds a number to the family begun last.
    public mutating func add(
        _ value: Double, _ labels: KeyValuePairs<String, String> = [:], suffix: String = ""
    ) {
        add("\(value)", labels, suffix)
    }

    private mutating func add(
        _ value: String, _ labels: KeyValuePairs<String, String>, _ suffix: String
    ) {
        text += family + suffix
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.key)=\"\(Self.escaped($0.value, withQuotes: true))\"" }
            text += "{\(pairs.joined(separator: ","))}"
        }
        text += " \(value)\n"
    }

    private static func escaped(_ text: String, withQuotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where withQuotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
