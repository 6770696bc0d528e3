/// Parents and blocks.
///
/// A block inside a parent is an argument; anywhere else it is a parameter. An argument's own
/// indentation is taken away where it is read, and the parameter's is given to it where it is shown.
extension TemplateParser {
    mutating func readParent(_ tag: Tag) throws(TemplateError) {
        _ = try isShown(tag)
        let name = try referenceName(of: tag)
        let lineStart = source.lineStart(before: tag.start)
        try takeText(to: lineStart ?? tag.start)
        let indentation = indentation(of: lineStart.map { $0..<tag.start })
        pending = tag.end
        open(.parent(program.references.count, node: program.nodes.count + 1), name, tag)
        // Shown only if the closing tag does not end its line, which is not known yet.
        program.nodes.append(.literal(indentation))
        program.nodes.append(.parent(program.references.count, end: 0))
        try refer(tag, indentation, isStandalone: lineStart != nil)
    }

    mutating func closeParent(_ parent: Int, _ node: Int, _ tag: Tag) throws(TemplateError) {
        try takeText(to: tag.start)
        pending = tag.end
        program.nodes[node] = .parent(parent, end: program.nodes.count)
        if program.references[parent].isStandalone, let end = source.lineEnd(after: tag.end) {
            pending = end
            program.nodes[node - 1] = .literal(0..<0)
        } else {
            program.references[parent].isStandalone = false
            program.references[parent].indentation = 0..<0
        }
    }

    mutating func readBlock(_ tag: Tag) throws(TemplateError) {
        let isArgument = isInParent
        let name = try name(of: tag)
        let lineStart = source.lineStart(before: tag.start)
        let lineEnd = tag.end < source.count ? source.lineEnd(after: tag.end) : nil
        let isAlone = lineEnd != nil && (lineStart != nil || isArgument)
        try takeText(to: isAlone ? lineStart ?? tag.start : tag.start)
        pending = isAlone ? lineEnd ?? tag.end : tag.end
        let indentation = indentation(of: lineStart.map { $0..<tag.start })
        open(.block(program.blocks.count, isArgument: isArgument), name, tag)
        program.nodes.append(.block(program.blocks.count))
        program.blocks.append(
            Block(
                name: name, offset: tag.start, indentation: indentation, isOpenedAlone: isAlone))
        if isArgument && isAlone { dedent = firstIndentation(from: pending).count }
    }

    mutating func closeBlock(
        _ block: Int, _ isArgument: Bool, _ opening: Opening, _ tag: Tag
    ) throws(TemplateError) {
        let lineStart = source.lineStart(before: tag.start)
        let lineEnd = source.lineEnd(after: tag.end)
        let isAlone = lineStart != nil && (lineEnd != nil || isArgument)
        try takeText(to: isAlone ? lineStart ?? tag.start : tag.start)
        pending = isAlone ? lineEnd ?? tag.end : tag.end
        program.blocks[block].end = program.nodes.count
        program.blocks[block].isClosedAlone = isAlone
        if program.blocks[block].isOpenedAlone {
            // Its content, where it has any, shows how what takes its place is to be indented.
            guard program.nodes.count > opening.firstNode + 1 else { return }
            let first = source.lineEnd(after: opening.tag.end) ?? opening.tag.end
            program.blocks[block].indentation = indentation(of: firstIndentation(from: first))
        } else if lineEnd == nil {
            program.blocks[block].indentation = 0..<0
        }
    }

    /// The blanks before the first line that has anything else.
    private func firstIndentation(from start: Int) -> Range<Int> {
        var line = start
        while line < source.count, let next = source.lineEnd(after: line), next > line {
            line = next
        }
        return line..<source.afterBlanks(from: line)
    }
}
