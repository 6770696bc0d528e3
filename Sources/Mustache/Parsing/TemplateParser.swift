/// Reads a template into a program.
///
/// What is open is kept in an array, not on the call stack, so that no text can exhaust it.
struct TemplateParser {
    /// A section, parent or block whose closing tag is still to come.
    struct Opening {
        enum Kind { case section(Int), parent(Int, node: Int), block(Int, isArgument: Bool) }

        let kind: Kind
        let name: String
        let tag: Tag
        /// The nodes there were before.
        let firstNode: Int
        /// The dedent to go back to.
        let dedent: Int
    }

    let reading: TemplateReading
    var scanner: TagScanner
    var program: ProgramDraft
    var openings: [Opening] = []
    /// The text from here on is not in the program yet.
    var pending = 0
    /// How many blanks are taken from the start of each line: those of the block being read.
    var dedent = 0

    var source: [UInt8] { scanner.source }

    /// Reads a whole template.
    static func program(
        _ name: String, _ source: [UInt8], _ reading: TemplateReading,
        _ delimiters: Delimiters = .standard
    ) throws(TemplateError) -> ProgramDraft {
        var parser = TemplateParser(
            reading: reading, scanner: TagScanner(source: source, delimiters: delimiters),
            program: ProgramDraft(TemplateSource(name: name, text: source)))
        while let tag = try parser.nextTag() { try parser.read(tag) }
        if let opening = parser.openings.last {
            throw parser.error(opening.tag, "\(parser.words(opening)) is not closed")
        }
        try parser.takeText(to: source.count)
        return parser.program
    }

    private mutating func nextTag() throws(TemplateError) -> Tag? {
        do {
            return try scanner.next()
        } catch {
            throw program.source.error(at: error.offset, error.reason)
        }
    }

    private mutating func read(_ tag: Tag) throws(TemplateError) {
        switch tag.kind {
        case .variable(let isEscaped): try readVariable(tag, isEscaped: isEscaped)
        case .section(let isInverted): try readSection(tag, isInverted: isInverted)
        case .close: try readClosing(tag)
        case .partial: try readPartial(tag)
        case .parent: try readParent(tag)
        case .block: try readBlock(tag)
        case .comment, .delimiters: try takeLine(of: tag)
        }
    }

    private mutating func readVariable(_ tag: Tag, isEscaped: Bool) throws(TemplateError) {
        try takeText(to: tag.start)
        pending = tag.end
        guard try isShown(tag) else { return }
        let path = try path(try name(of: tag), tag)
        program.nodes.append(.variable(path, isEscaped: isEscaped))
    }

    private mutating func readSection(_ tag: Tag, isInverted: Bool) throws(TemplateError) {
        try takeLine(of: tag)
        _ = try isShown(tag)
        let name = try name(of: tag)
        open(.section(program.sections.count), name, tag)
        program.nodes.append(.section(program.sections.count))
        program.sections.append(
            Section(
                path: try path(name, tag), isInverted: isInverted,
                delimiters: scanner.delimiters, source: tag.end..<tag.end))
    }

    private mutating func readPartial(_ tag: Tag) throws(TemplateError) {
        let lineStart = try takeLine(of: tag)
        guard try isShown(tag) else { return }
        let indentation = indentation(of: lineStart.map { $0..<tag.start })
        program.nodes.append(.partial(program.references.count))
        try refer(tag, indentation, isStandalone: lineStart != nil)
    }

    private mutating func readClosing(_ tag: Tag) throws(TemplateError) {
        let name = try referenceName(of: tag)
        guard let opening = openings.last else {
            throw error(tag, "closing tag «\(name)» closes nothing")
        }
        guard opening.name == name else {
            let line = program.source.line(at: opening.tag.start)
            throw error(
                tag,
                "closing tag «\(name)» where «\(opening.name)», opened at line \(line), "
                    + "was expected")
        }
        switch opening.kind {
        case .section(let section):
            try takeLine(of: tag)
            program.sections[section].source = opening.tag.end..<tag.start
            program.sections[section].end = program.nodes.count
        case .parent(let parent, let node):
            try closeParent(parent, node, tag)
        case .block(let block, let isArgument):
            try closeBlock(block, isArgument, opening, tag)
        }
        openings.removeLast()
        dedent = opening.dedent
        if isInParent, !opening.isBlock {
            program.nodes.removeSubrange(opening.firstNode...)
        }
    }
}

extension TemplateParser.Opening {
    var isBlock: Bool {
        if case .block = kind { true } else { false }
    }
}
