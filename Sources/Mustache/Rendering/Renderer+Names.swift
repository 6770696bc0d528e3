/// Names and their values.
extension Renderer {
    /// Where a name is in the innermost record, if it is there.
    @inline(__always)
    mutating func slot(of name: String, hint: Int, _ context: Context) -> Int? {
        let likely = hints[hint]
        guard let slot = context.record.slot(of: name, likely: likely) else { return nil }
        if slot != likely { hints[hint] = slot }
        return slot
    }

    /// The value of a name, or `.absent` where the specification wants nothing.
    mutating func value(
        _ program: Program, _ path: NamePath, _ context: Context
    ) throws(TemplateError) -> TemplateValue {
        if path.count == 0 { return context.value }
        guard var value = value(program, path.first, context) else {
            return try missing(program, path, path.first)
        }
        for segment in path.segments.dropFirst() {
            guard let record = value.record else {
                return try notRecord(program, path, value, segment)
            }
            let likely = hints[program.firstHint + segment]
            guard let slot = record.slot(of: program.segments[segment], likely: likely) else {
                return try missing(program, path, segment)
            }
            hints[program.firstHint + segment] = slot
            value = record.pairs[slot].1
        }
        return value
    }

    /// The value of a name's first segment, out of the innermost record that has it.
    private mutating func value(
        _ program: Program, _ segment: Int, _ context: Context
    ) -> TemplateValue? {
        let name = program.segments[segment]
        let hint = program.firstHint + segment
        if let slot = slot(of: name, hint: hint, context) { return context.record.pairs[slot].1 }
        for place in outerRecords.indices.reversed() {
            let record = outerRecords[place]
            guard let slot = record.slot(of: name, likely: hints[hint]) else { continue }
            hints[hint] = slot
            reach = min(reach, place)
            return record.pairs[slot].1
        }
        reach = 0
        return nil
    }

    func missing(
        _ program: Program, _ path: NamePath, _ segment: Int
    ) throws(TemplateError) -> TemplateValue {
        guard isStrict else { return .absent }
        let name = program.text(of: path)
        let part = program.segments[segment]
        throw program.source.error(
            at: path.offset,
            path.count == 1 ? "no value for «\(name)»" : "no value for «\(part)» of «\(name)»")
    }

    private func notRecord(
        _ program: Program, _ path: NamePath, _ value: TemplateValue, _ segment: Int
    ) throws(TemplateError) -> TemplateValue {
        if case .absent = value { return .absent }
        guard isStrict else { return .absent }
        throw program.source.error(
            at: path.offset,
            "\(value.kind) where a record with «\(program.segments[segment])» was expected "
                + "in «\(program.text(of: path))»")
    }
}
