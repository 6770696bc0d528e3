/// What templates name in each other.
extension TemplateLibrary {
    /// Finds the places of the partials and parents that a program names.
    func link(_ program: inout ProgramDraft) throws(TemplateError) {
        for index in program.references.indices
        where program.references[index].dynamicName == nil {
            let reference = program.references[index]
            program.references[index].target = places[reference.name]
            guard places[reference.name] != nil || reading == .specification else {
                throw program.source.error(
                    at: reference.offset,
                    "there is no template «\(reference.name)»")
            }
        }
    }

    /// Refuses blocks that the parent they are given to never shows.
    func checkArguments() throws(TemplateError) {
        for program in programs {
            for index in program.nodes.indices {
                guard case .parent(let reference, let end) = program.nodes[index] else { continue }
                try check(program, program.references[reference], arguments: index + 1..<end)
            }
        }
    }

    private func check(
        _ program: Program, _ parent: Reference, arguments: Range<Int>
    ) throws(TemplateError) {
        guard let target = parent.target, let shown = blocksShown(from: target) else { return }
        var given: Set<String> = []
        var index = arguments.lowerBound
        while index < arguments.upperBound, case .block(let place) = program.nodes[index] {
            let block = program.blocks[place]
            guard given.insert(block.name).inserted else {
                throw program.source.error(
                    at: block.offset, "block «\(block.name)» for the second time")
            }
            guard shown.contains(block.name) else {
                throw program.source.error(
                    at: block.offset,
                    "block «\(block.name)» where a block of «\(parent.name)» was expected")
            }
            index = block.end
        }
    }

    /// The blocks of a template and of all that it includes.
    ///
    /// Nothing where that is only known while rendering.
    private func blocksShown(from start: Int) -> Set<String>? {
        var names: Set<String> = []
        var seen: Set<Int> = [start]
        var unread = [start]
        while let place = unread.popLast() {
            names.formUnion(programs[place].blocks.map(\.name))
            for reference in programs[place].references {
                guard let target = reference.target else { return nil }
                if seen.insert(target).inserted { unread.append(target) }
            }
        }
        return names
    }
}
