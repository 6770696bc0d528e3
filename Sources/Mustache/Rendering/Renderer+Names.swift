/// Names and their values.
extension Renderer {
    /// Where a name is: in which record, and where in that.
    struct Place {
        let record: Int
        let slot: Int
    }

    /// The innermost place of a name.
    @inline(__always)
    mutating func place(of name: String, hint: Int) -> Place? {
        let likely = hints[hint]
        var record = records.count
        while record > 0 {
            record -= 1
            if let slot = records[record].slot(of: name, likely: likely) {
                if slot != likely { hints[hint] = slot }
                return Place(record: record, slot: slot)
            }
        }
        return nil
    }

    /// The value of a name, or `.absent` where the specification wants nothing.
    mutating func value(
        _ program: Program, _ path: NamePath, _ current: TemplateValue
    ) throws(TemplateError) -> TemplateValue {
        if path.count == 0 { return current }
        let hint = program.firstHint + path.first
        guard let place = place(of: program.segments[path.first], hint: hint) else {
            return try missing(program, path, path.first)
        }
        var value = records[place.record].pairs[place.slot].1
        for segment in path.segments.dropFirst() {
            guard case .record(let record) = value else {
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

    func missing(
        _ program: Program, _ path: NamePath, _ segment: Int
    ) throws(TemplateError) -> TemplateValue {
        guard isStrict else { return .absent }
        let name = program.text(of: path)
        let part = program.segments[segment]
        throw program.error(
            at: path.offset,
            path.count == 1 ? "no value for «\(name)»" : "no value for «\(part)» of «\(name)»")
    }

    private func notRecord(
        _ program: Program, _ path: NamePath, _ value: TemplateValue, _ segment: Int
    ) throws(TemplateError) -> TemplateValue {
        if case .absent = value { return .absent }
        guard isStrict else { return .absent }
        throw program.error(
            at: path.offset,
            "\(value.kind) where a record with «\(program.segments[segment])» was expected "
                + "in «\(program.text(of: path))»")
    }
}
