/// Text, names and errors.
extension TemplateParser {
    /// Whether a parent is what was opened last.
    var isInParent: Bool {
        if case .parent = openings.last?.kind { true } else { false }
    }

    /// Whether a tag will be shown, which it is not in a parent outside its blocks.
    func isShown(_ tag: Tag) throws(TemplateError) -> Bool {
        guard isInParent, let parent = openings.last else { return true }
        guard reading == .specification else {
            throw error(
                tag, "a tag in parent «\(parent.name)» where only blocks are shown")
        }
        return false
    }

    mutating func open(_ kind: Opening.Kind, _ name: String, _ tag: Tag) {
        openings.append(
            Opening(
                kind: kind, name: name, tag: tag, firstNode: program.nodes.count, dedent: dedent))
    }

    /// Takes the text before a tag, and the whole line of one that is alone on it.
    ///
    /// Gives the start of that line.
    @discardableResult
    mutating func takeLine(of tag: Tag) throws(TemplateError) -> Int? {
        guard let start = source.lineStart(before: tag.start),
            let end = source.lineEnd(after: tag.end)
        else {
            try takeText(to: tag.start)
            pending = tag.end
            return nil
        }
        try takeText(to: start)
        pending = end
        return start
    }

    /// Puts the pending text before `end` into the program.
    mutating func takeText(to end: Int) throws(TemplateError) {
        guard pending < end else { return }
        if isInParent { return try passOver(pending..<end) }
        let first = program.literals.count
        var offset = pending
        if dedent > 0 {
            while offset < end {
                if offset == 0 || source[offset - 1] == .newline {
                    offset = min(end, source.afterBlanks(from: offset), offset + dedent)
                }
                let line = source[offset..<end].firstIndex(of: .newline).map { $0 + 1 } ?? end
                program.literals += source[offset..<line]
                offset = line
            }
        } else {
            program.literals += source[offset..<end]
        }
        program.nodes.append(.literal(first..<program.literals.count))
    }

    private func passOver(_ text: Range<Int>) throws(TemplateError) {
        guard reading == .strict, let parent = openings.last,
            let first = source[text].firstIndex(where: { !$0.isWhitespace })
        else { return }
        throw program.source.error(
            at: first, "text in parent «\(parent.name)» where only blocks are shown")
    }

    /// Puts the blanks before a tag among the literals, less the dedent.
    mutating func indentation(of blanks: Range<Int>?) -> Range<Int> {
        guard let blanks, blanks.count > dedent else { return 0..<0 }
        let first = program.literals.count
        program.literals += source[blanks.dropFirst(dedent)]
        return first..<program.literals.count
    }

    /// Adds a partial or parent.
    mutating func refer(
        _ tag: Tag, _ indentation: Range<Int>, isStandalone: Bool
    ) throws(TemplateError) {
        let name = try referenceName(of: tag)
        var dynamicName: NamePath?
        if name.utf8.first == UInt8(ascii: "*") {
            dynamicName = try path(String(name.dropFirst()), tag)
        }
        program.references.append(
            Reference(
                name: name, dynamicName: dynamicName, offset: tag.start,
                indentation: indentation, isStandalone: isStandalone))
    }

    func name(of tag: Tag) throws(TemplateError) -> String {
        try name(tag.content, tag)
    }

    /// The name of another template; there may be blanks after its asterisk.
    func referenceName(of tag: Tag) throws(TemplateError) -> String {
        guard let first = tag.content.first, source[first] == UInt8(ascii: "*") else {
            return try name(of: tag)
        }
        return "*" + (try name(source.trimmed(tag.content.dropFirst()), tag))
    }

    private func name(_ range: Range<Int>, _ tag: Tag) throws(TemplateError) -> String {
        if range.isEmpty { throw error(tag, "a tag without a name") }
        let name = String(decoding: source[range], as: UTF8.self)
        if source[range].contains(where: \.isWhitespace) {
            throw error(tag, "«\(name)» where a name without spaces was expected")
        }
        return name
    }

    /// The parts of a name between its dots.
    mutating func path(_ name: String, _ tag: Tag) throws(TemplateError) -> NamePath {
        let first = program.segments.count
        if name != "." {
            for segment in name.split(separator: ".", omittingEmptySubsequences: false) {
                if segment.isEmpty {
                    throw error(tag, "«\(name)» where a name was expected")
                }
                program.segments.append(String(segment))
            }
        }
        return NamePath(first: first, count: program.segments.count - first, offset: tag.start)
    }

    func error(_ tag: Tag, _ reason: String) -> TemplateError {
        program.source.error(at: tag.start, reason)
    }

    /// An opening in words.
    func words(_ opening: Opening) -> String {
        let kind =
            switch opening.kind {
            case .section: "section"
            case .parent: "parent"
            case .block: "block"
            }
        let line = program.source.line(at: opening.tag.start)
        return "\(kind) «\(opening.name)» opened at line \(line)"
    }
}

extension Node {
    static func literal(_ range: Range<Int>) -> Node {
        .literal(start: range.lowerBound, end: range.upperBound)
    }
}
