/// A template as written, for lambdas and for the lines of errors.
struct TemplateSource: Sendable {
    let name: String
    let text: [UInt8]

    /// The line of a place in the text, counted from 1.
    func line(at offset: Int) -> Int {
        text[..<min(offset, text.count)].reduce(1) { $1 == .newline ? $0 + 1 : $0 }
    }

    func error(at offset: Int, _ reason: String) -> TemplateError {
        TemplateError(template: name, line: line(at: offset), reason: reason)
    }
}
