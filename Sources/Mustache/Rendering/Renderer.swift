/// Shows a template once.
///
/// What is read at every tag, the program and the context, is handed down as a parameter and not
/// kept here: a parameter is borrowed, so that no references are counted on the way to a value.
struct Renderer {
    /// What names and `{{.}}` stand for.
    struct Context {
        let value: TemplateValue
        /// The innermost record, which is the value or one around it.
        let record: TemplateRecord
    }

    /// How deep sections, blocks and templates may lie in each other.
    static let depthLimit = 200

    let library: TemplateLibrary
    /// The records around that of the context, the innermost last.
    var outerRecords: [TemplateRecord] = []
    /// The outermost of the records around that of the context in which a name was found; 0 where
    /// what is shown depends on anything else around it.
    var reach = Int.max
    /// Where the name of each segment was found last, which is where it is in the next row too.
    var hints: [Int]
    /// The blocks given to parents, the outermost first.
    var arguments: [Arguments] = []
    /// What each line of an indented template begins with.
    var indentation: [UInt8] = []
    /// Whether the indentation is still to be written; of no meaning where there is none.
    var isAtLineStart = false
    private var depth = 0

    init(library: TemplateLibrary) {
        self.library = library
        hints = Array(repeating: 0, count: library.hintCount)
    }

    var isStrict: Bool { library.reading == .strict }

    /// Shows a whole program for a value.
    mutating func render(
        _ program: Program, _ value: TemplateValue, into output: inout [UInt8]
    ) throws(TemplateError) {
        let context = Context(value: value, record: value.record ?? TemplateRecord([]))
        try show(program, program.nodes.indices, context, into: &output)
    }

    /// Shows some of a program's nodes.
    mutating func show(
        _ program: Program, _ nodes: Range<Int>, _ context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        guard depth < Self.depthLimit else { throw tooDeep(program, nodes) }
        depth += 1
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            let node = program.nodes[index]
            index += 1
            switch node {
            case .literal(let start, let end):
                if indentation.isEmpty {
                    output.append(copying: program.literals, start, end)
                } else {
                    indent(program.literals[start..<end], into: &output)
                }
            case .variable(let path, let isEscaped):
                try showVariable(program, path, isEscaped, context, into: &output)
            case .section(let section):
                try showSection(program, section, index, context, into: &output)
                index = program.sections[section].end
            case .partial(let reference):
                try showReference(program, reference, context, into: &output)
            case .parent(let reference, let end):
                arguments.append(Arguments(program: program, nodes: index..<end))
                try showReference(program, reference, context, into: &output)
                arguments.removeLast()
                index = end
            case .block(let block):
                try showBlock(program, block, index, context, into: &output)
                index = program.blocks[block].end
            }
        }
        depth -= 1
    }

    private func tooDeep(_ program: Program, _ nodes: Range<Int>) -> TemplateError {
        TemplateError(
            template: program.source.name, line: 1,
            reason: "more than \(Self.depthLimit) sections and templates in each other, "
                + "as when a template includes itself without end")
    }
}
