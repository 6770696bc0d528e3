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
    /// The texts of templates that `prepare` reads when they are first to be shown.
    private var unread: [String: String] = [:]

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
        try enter(drafts)
        if reading == .strict { try checkArguments() }
    }

    /// A library of texts that were found to be right, strictly read, by making one of them all;
    /// each is parsed when `prepare` first asks for it.
    ///
    /// Most programs show few of their templates often, and one that starts has shown none.
    public init(unread texts: [String: String]) {
        reading = .strict
        unread = texts
    }

    /// Parses a template with all that it includes, unless that was done before.
    public mutating func prepare(_ name: String) throws(TemplateError) {
        guard places[name] == nil, unread[name] != nil else { return }
        // An error leaves the library as it is.
        var library = self
        var drafts: [ProgramDraft] = []
        var wanted = [name]
        while let name = wanted.popLast() {
            guard library.places[name] == nil, let text = unread[name] else { continue }
            library.places[name] = programs.count + drafts.count
            let draft = try TemplateParser.program(name, Array(text.utf8), reading)
            // Which template a name with an asterisk means is only known while it is shown.
            let isOpen = draft.references.contains { $0.dynamicName != nil }
            wanted += isOpen ? Array(unread.keys) : draft.references.map(\.name)
            drafts.append(draft)
        }
        try library.enter(drafts)
        self = library
    }

    private mutating func enter(_ drafts: [ProgramDraft]) throws(TemplateError) {
        for var draft in drafts {
            try link(&draft)
            programs.append(Program(draft, firstHint: hintCount))
            hintCount += draft.segments.count
        }
    }

    /// The names of all templates that are parsed, sorted.
    public var names: [String] { programs.map(\.source.name).sorted() }

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
