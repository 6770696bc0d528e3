/// What templates name in each other.
extension TemplateLibrary {
    /// Finds the places of the partials and parents that a program names.
    func link(_ program: inout Program) throws(TemplateError) {
        for index in program.references.indices
        where program.references[index].dynamicName == nil {
            let reference = program.references[index]
            program.references[index].target = places[reference.name]
            guard places[reference.name] != nil || reading == .specification else {
                throw program.error(
                    at: reference.offset, "«\(reference.name)» is not in the library")
            }
        }
    }

    /// Refuses blocks that the parent they are given to never shows.
    func checkArguments() throws(TemplateError) {
        for program in programs {
            for case .parent(let reference, let end) in program.nodes {
                _ = (reference, end)
            }
        }
    }
}
