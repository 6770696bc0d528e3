/// Templates by name, which may include each other.
///
/// Every template is parsed once, when the library is made. A library is a value that any number of
/// threads may render from at once.
public struct TemplateLibrary: Sendable {
    var programs: [Program] = []
    /// Places in `programs`.
    var places: [String: Int] = [:]
    /// How many hints a renderer keeps.
    var hintCount = 0
    let reading: TemplateReading

    /// Parses every text, or throws at the first that is wrong.
    ///
    /// A name is a path without its ending, as `scorecards/show`. Strictly read, a partial or
    /// parent that is not among the texts is an error here and not only where it is shown.
    /// Templates may include themselves, over values that end; those that never end are stopped
    /// while rendering.
    public init(
        _ texts: [String: String], reading: TemplateReading = .strict
    ) throws(TemplateError) {
        self.reading = reading
        var drafts: [ProgramDraft] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            places[name] = drafts.count
            drafts.append(try TemplateParser.program(name, Array(text.utf8), reading))
        }
        for index in drafts.indices {
            try link(&drafts[index])
            programs.append(Program(drafts[index], firstHint: hintCount))
            hintCount += drafts[index].segments.count
        }
        if reading == .strict { try checkArguments() }
    }

    /// The names of all templates, sorted.
    public var names: [String] { programs.map(\.source.name) }

    /// Adds the named template, with its values in place, to `output`.
    ///
    /// After an error `output` holds what was shown up to it.
    public func render(
        _ name: String, _ value: TemplateValue, into output: inout [UInt8]
    ) throws(TemplateError) {
        guard let place = places[name] else {
            throw TemplateError(template: name, line: 0, reason: "no such template")
        }
        var renderer = Renderer(library: self)
        try renderer.render(programs[place], value, into: &output)
    }

    /// The named template with its values in place.
    public func render(
        _ name: String, _ value: TemplateValue
    ) throws(TemplateError) -> String {
        var output: [UInt8] = []
        try render(name, value, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
