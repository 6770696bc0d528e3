/// Other templates, and the blocks given to them.
extension Renderer {
    /// The blocks in a parent tag.
    struct Arguments {
        let program: Program
        let nodes: Range<Int>
    }

    /// What is shown for a block.
    private struct Argument {
        let program: Program
        let nodes: Range<Int>
        /// How many parents were open around the one it was given to.
        let depth: Int
    }

    /// Shows the template that a partial or parent tag names.
    mutating func showReference(
        _ program: Program, _ index: Int, _ context: Context, into output: inout [UInt8]
    ) throws(TemplateError) {
        guard let target = try target(program, index, context) else { return }
        let isStandalone = program.references[index].isStandalone
        let added = program.references[index].indentation
        if added.isEmpty && indentation.isEmpty {
            try show(whole: target, context, into: &output)
        } else if isStandalone {
            indentation += program.literals[added]
            isAtLineStart = true
            try show(whole: target, context, into: &output)
            indentation.removeLast(added.count)
            isAtLineStart = true
        } else {
            beginLine(into: &output)
            let outer = indentation
            indentation = []
            try show(whole: target, context, into: &output)
            indentation = outer
            isAtLineStart = false
        }
    }

    private mutating func show(
        whole target: Int, _ context: Context, into output: inout [UInt8]
    ) throws(TemplateError) {
        let program = library.programs[target]
        try show(program, program.nodes.indices, context, into: &output)
    }

    private mutating func target(
        _ program: Program, _ index: Int, _ context: Context
    ) throws(TemplateError) -> Int? {
        guard let path = program.references[index].dynamicName else {
            return program.references[index].target
        }
        let value = try value(program, path, context)
        if case .text(let name) = value, let place = library.places[name] { return place }
        if case .absent = value { return nil }
        guard isStrict else { return nil }
        let found = if case .text(let name) = value { "«\(name)»" } else { value.kind }
        throw program.source.error(
            at: path.offset,
            "\(found) in «\(program.text(of: path))» where the name of a template was expected")
    }

    /// Shows a block, whose own content begins at the node `first`.
    mutating func showBlock(
        _ program: Program, _ index: Int, _ first: Int, _ context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        reach = 0
        guard let argument = argument(named: program.blocks[index].name) else {
            return try show(
                program, first..<program.blocks[index].end, context, into: &output)
        }
        // What is given is text of an outer template, and sees no blocks but those given to that.
        let given = arguments
        arguments.removeLast(given.count - argument.depth)
        try show(argument, for: program.blocks[index], program, context, into: &output)
        arguments = given
    }

    /// Shows what was given for a block, with the block's indentation.
    private mutating func show(
        _ argument: Argument, for block: Block, _ program: Program, _ context: Context,
        into output: inout [UInt8]
    ) throws(TemplateError) {
        if block.indentation.isEmpty && indentation.isEmpty {
            return try show(argument.program, argument.nodes, context, into: &output)
        }
        if block.isOpenedAlone { isAtLineStart = true } else { beginLine(into: &output) }
        indentation += program.literals[block.indentation]
        try show(argument.program, argument.nodes, context, into: &output)
        indentation.removeLast(block.indentation.count)
        isAtLineStart = block.isClosedAlone
    }

    /// What was given for a block: the outermost template has the last word.
    private func argument(named name: String) -> Argument? {
        for depth in arguments.indices {
            let given = arguments[depth]
            var index = given.nodes.lowerBound
            while index < given.nodes.upperBound {
                guard case .block(let block) = given.program.nodes[index] else { break }
                let end = given.program.blocks[block].end
                if given.program.blocks[block].name == name {
                    return Argument(
                        program: given.program, nodes: index + 1..<end, depth: depth)
                }
                index = end
            }
        }
        return nil
    }
}
