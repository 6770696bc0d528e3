import Mustache

extension [FieldFault] {
    /// The values of `partials/faults`, and one named `nameFault` for each of these fields.
    func values(_ fields: [String]) -> TemplateRecord {
        let faults = FieldFaults(all: self)
        var values = faults.values
        for field in fields { values.append("\(field)Fault", faults[field].template) }
        return values
    }
}
