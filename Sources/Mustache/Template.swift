/// One template by itself, with the partials it names.
public struct Template: Sendable {
    private let library: TemplateLibrary
    private let name: String

    /// Parses `text`; `name` is for errors.
    public init(
        name: String, _ text: String, partials: [String: String] = [:],
        reading: TemplateReading = .strict
    ) throws(TemplateError) {
        var texts = partials
        texts[name] = text
        self.name = name
        self.library = try TemplateLibrary(texts, reading: reading)
    }

    /// The template with its values in place.
    public func render(_ value: TemplateValue) throws(TemplateError) -> String {
        try library.render(name, value)
    }

    /// Adds the template, with its values in place, to `output`.
    public func render(
        _ value: TemplateValue, into output: inout [UInt8]
    ) throws(TemplateError) {
        try library.render(name, value, into: &output)
    }
}
