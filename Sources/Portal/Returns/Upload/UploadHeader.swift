/// Which column of a file holds what, as the row with the headings says.
struct UploadHeader {
    /// The number of the row.
    let row: Int
    /// The place of each column that was found.
    let places: [(column: UploadColumn, place: Int)]
    /// The headings that name nothing we read.
    let unknown: [String]
    /// A heading that is there twice.
    let double: String?

    /// Reads a row as headings; `nil` if fewer than two of them are known.
    init?(row: Int, _ headings: [String]) {
        var places: [(UploadColumn, Int)] = []
        var unknown: [String] = []
        var double: String?
        for (place, heading) in headings.enumerated() where !heading.isBlank {
            guard let column = UploadColumn(heading: heading) else {
                unknown.append(String(heading.prefix(60)))
                continue
            }
            if places.contains(where: { $0.0 == column }) {
                double = double ?? String(heading.prefix(60))
            }
            places.append((column, place))
        }
        guard places.count >= 2 else { return nil }
        self.row = row
        self.places = places
        self.unknown = unknown
        self.double = double
    }

    /// What is wrong with it, if anything is.
    var problem: UploadProblem? {
        if let double {
            return UploadProblem(
                words: "The selected file must use the template. "
                    + "Column '\(double)' is there twice")
        }
        return missing.map(Self.problem)
    }

    /// The first column that it should have and has not.
    private var missing: UploadColumn? {
        if !has(.code), !has(.measure) { return .code }
        if !has(.period) { return .period }
        let isFilled = places.contains { $0.column.box != nil || $0.column.field != nil }
        return isFilled ? nil : .value
    }

    private func has(_ column: UploadColumn) -> Bool {
        places.contains { $0.column == column }
    }

    /// What is said of a file in which a column is missing.
    static func problem(_ missing: UploadColumn) -> UploadProblem {
        UploadProblem(
            words: "The selected file must use the template. Column '\(missing.title)' is missing")
    }
}
