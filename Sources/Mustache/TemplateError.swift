/// A template that could not be read or shown, and where.
public struct TemplateError: Error, Equatable, CustomStringConvertible {
    /// The template's name.
    public let template: String
    /// The line, counted from 1, or 0 when the template is not there at all.
    public let line: Int
    /// What was found and what was expected.
    public let reason: String

    /// An error at a line of a template.
    public init(template: String, line: Int, reason: String) {
        self.template = template
        self.line = line
        self.reason = reason
    }

    /// `scorecards/show:12: no value for «title»`.
    public var description: String { "\(template):\(line): \(reason)" }
}
