/// Variables and sections.
extension Renderer {
    @inline(__always)
    mutating func showVariable(
        _ program: Program, _ path: NamePath, _ isEscaped: Bool, _ context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        if !indentation.isEmpty { beginLine(into: &output) }
        // The commonest tag by far: its value is shown where it is, without being copied.
        if path.count == 1,
            let slot = slot(
                of: program.segments[path.first], hint: program.firstHint + path.first, context),
            Self.show(context.record.pairs[slot].1, isEscaped, into: &output)
        {
            return
        }
        let value = try value(program, path, context)
        if Self.show(value, isEscaped, into: &output) { return }
        try showUnusual(value, program, path, isEscaped, context, into: &output)
    }

    /// Shows what can be shown as it is.
    private static func show(
        _ value: TemplateValue, _ isEscaped: Bool, into output: inout [UInt8]
    ) -> Bool {
        switch value {
        case .text(let text):
            if isEscaped {
                output.append(escaping: text)
            } else {
                output.append(contentsOf: text.utf8)
            }
        case .markup(let bytes):
            if isEscaped {
                output.append(escaping: String(decoding: bytes, as: UTF8.self))
            } else {
                output.append(contentsOf: bytes)
            }
        case .integer(let number): output.append(digitsOf: number)
        case .absent: break
        case .flag, .list, .record, .remembered, .lambda: return false
        }
        return true
    }

    private mutating func showUnusual(
        _ value: TemplateValue, _ program: Program, _ path: NamePath, _ isEscaped: Bool,
        _ context: Context, into output: inout [UInt8]
    ) throws(TemplateError) {
        if case .lambda(let lambda) = value {
            var shown: [UInt8] = []
            try showText(lambda(""), .standard, program, path, context, into: &shown)
            _ = Self.show(
                .text(String(decoding: shown, as: UTF8.self)), isEscaped, into: &output)
        } else if isStrict {
            throw program.source.error(
                at: path.offset,
                "\(value.kind) in «\(program.text(of: path))» where text was expected")
        } else if case .flag(let flag) = value {
            output.append(contentsOf: flag ? "true".utf8 : "false".utf8)
        }
    }

    /// Shows a section, whose content begins at the node `first`.
    mutating func showSection(
        _ program: Program, _ index: Int, _ first: Int, _ context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        let path = program.sections[index].path
        let isInverted = program.sections[index].isInverted
        let nodes = first..<program.sections[index].end
        // Most sections only ask whether: such a value is looked at where it is.
        if path.count == 1,
            let slot = slot(
                of: program.segments[path.first], hint: program.firstHint + path.first, context)
        {
            let (isShown, isFlag) = context.record.pairs[slot].1.shown
            if isShown == isInverted { return }
            if isInverted || isFlag { return try show(program, nodes, context, into: &output) }
        }
        let value = try value(program, path, context)
        guard value.isShown != isInverted else { return }
        if isInverted { return try show(program, nodes, context, into: &output) }
        switch value {
        case .list(let values):
            for value in values {
                try show(program, nodes, of: value, in: context, into: &output)
            }
        case .lambda(let lambda):
            let section = program.sections[index]
            let text = String(decoding: program.source.text[section.source], as: UTF8.self)
            try showText(
                lambda(text), section.delimiters, program, path, context, into: &output)
        case .flag, .absent:
            // A flag says whether, not what: `{{.}}` stays what it was.
            try show(program, nodes, context, into: &output)
        case .text, .markup, .integer, .record, .remembered:
            try show(program, nodes, of: value, in: context, into: &output)
        }
    }

    /// Shows nodes with `value` as the innermost context.
    private mutating func show(
        _ program: Program, _ nodes: Range<Int>, of value: TemplateValue, in context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        switch value {
        case .record(let record):
            outerRecords.append(context.record)
            try show(program, nodes, Context(value: value, record: record), into: &output)
            outerRecords.removeLast()
        case .remembered(let remembered):
            try show(program, nodes, of: remembered, in: context, into: &output)
        case .text, .markup, .integer, .flag, .list, .absent, .lambda:
            let context = Context(value: value, record: context.record)
            try show(program, nodes, context, into: &output)
        }
    }

    /// Shows nodes with a record as the innermost context, or what they showed of it before.
    ///
    /// What is shown is kept unless anything was looked for outside of the record meanwhile.
    private mutating func show(
        _ program: Program, _ nodes: Range<Int>, of remembered: RememberedRecord,
        in context: Context, into output: inout [UInt8]
    ) throws(TemplateError) {
        let isPlain = indentation.isEmpty
        if isPlain, let bytes = remembered.shown(by: program, from: nodes.lowerBound) {
            return output.append(contentsOf: bytes)
        }
        let start = output.count
        let reachAround = reach
        reach = .max
        outerRecords.append(context.record)
        let inside = outerRecords.count
        let record = Context(value: .remembered(remembered), record: remembered.record)
        try show(program, nodes, record, into: &output)
        outerRecords.removeLast()
        if isPlain, reach >= inside {
            remembered.keep(Array(output[start...]), shownBy: program, from: nodes.lowerBound)
        }
        reach = min(reachAround, reach)
    }

    /// Reads and shows the text of a lambda.
    private mutating func showText(
        _ text: String, _ delimiters: Delimiters, _ program: Program, _ path: NamePath,
        _ context: Context, into output: inout [UInt8]
    ) throws(TemplateError) {
        reach = 0
        let line = program.source.line(at: path.offset)
        let name = "\(program.source.name):\(line): «\(program.text(of: path))»"
        var draft = try TemplateParser.program(
            name, Array(text.utf8), library.reading, delimiters)
        try library.link(&draft)
        let made = Program(draft, firstHint: hints.count)
        hints += Array(repeating: 0, count: made.segments.count)
        try show(made, made.nodes.indices, context, into: &output)
        hints.removeLast(made.segments.count)
    }
}
