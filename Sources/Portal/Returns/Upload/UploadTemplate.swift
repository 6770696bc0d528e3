import Scorecard

/// The file in which an officer fills in figures: a row for each, and for each group of it.
struct UploadTemplate {
    /// What stands in a cell.
    enum Cell: Equatable {
        case blank
        case text(String)
        case number(String, decimals: Int)
        /// A number that is typed at another measure; it is there to be read.
        case shared(String)
    }

    /// The cells of each row, in the order of the columns.
    let rows: [[Cell]]

    /// Lists some entries as they stand.
    ///
    /// - Parameters:
    ///   - entries: what its owner may enter.
    ///   - pasts: what is known beside them.
    ///   - titles: what their returns are called, by their numbers.
    init(_ entries: [ReturnEntry], pasts: EntryPasts, titles: [Int64: String]) {
        let shared = SharedNumbers(entries)
        rows = entries.flatMap { entry in
            let past = pasts[entry.measure.facts.id] ?? EntryPast()
            return ([nil] + entry.groups.map(Optional.some)).map { group in
                let row = TemplateRow(
                    entry: entry, group: group, past: past, shared: shared,
                    title: titles[entry.returnID] ?? "")
                return UploadColumn.allCases.map(row.cell)
            }
        }
    }
}

/// One row of the template.
private struct TemplateRow {
    let entry: ReturnEntry
    let group: EntryGroup?
    let past: EntryPast
    let shared: SharedNumbers
    let title: String

    func cell(_ column: UploadColumn) -> UploadTemplate.Cell {
        if let box = column.box { return number(box) }
        if let field = column.field { return group == nil ? words(field) : .blank }
        return text(column).map { $0.isEmpty ? .blank : .text($0) } ?? .blank
    }

    private func text(_ column: UploadColumn) -> String? {
        let facts = entry.measure.facts
        switch column {
        case .inReturn: return title
        case .code: return facts.code
        case .measure: return facts.title
        case .period: return entry.period.description
        case .periodWords: return entry.period.label
        case .groupCode: return group?.code
        case .group: return group?.label ?? (entry.groups.isEmpty ? nil : "All children")
        case .counted: return counted
        case .last:
            return past.last(before: entry.period, group).map { figure in
                "\(told(figure)) (\(figure.period.shortLabel))"
            }
        case .yearBefore: return past.yearBefore(entry.period, group).map(told)
        case .numerator, .denominator, .value, .figure, .comment, .why, .doing, .action, .who,
            .by, .progress, .forecast, .reason:
            return nil
        }
    }

    /// What the numbers count, and which of them is typed elsewhere.
    private var counted: String {
        var parts: [String] = []
        switch entry.measure.shape {
        case .ratio:
            parts.append("Top number: \(entry.measure.numerator ?? "").")
            parts.append("Bottom number: \(entry.measure.denominator ?? "").")
        case .count:
            parts.append("Value: \(entry.measure.numerator ?? "the number").")
        case .value(let hasDenominator):
            if hasDenominator {
                parts.append("Bottom number: \(entry.measure.denominator ?? "").")
            }
            let unit = entry.measure.facts.valueKind == .percentage ? " in percent" : ""
            parts.append("Value: the figure itself\(unit).")
        case nil: parts.append("Told in words: fill in Comment.")
        }
        for box in entry.boxes {
            guard let source = source(of: box) else { continue }
            parts.append(
                "\(UploadColumn(filling: .number(box))?.title ?? "It") is typed at "
                    + "\(source.title).")
        }
        return parts.joined(separator: " ")
    }

    private func source(of box: EntryBox) -> (place: SharedNumbers.Place, title: String)? {
        shared.sources[
            SharedNumbers.Place(entry: entry.id, field: .number(box, group))]
    }

    private func number(_ box: EntryBox) -> UploadTemplate.Cell {
        guard entry.boxes.contains(box), let terms = entry.measure.terms else { return .blank }
        let text = entry.content[.number(box, group)]
        if source(of: box) != nil { return text.isEmpty ? .blank : .shared(text) }
        guard !text.isEmpty else { return .blank }
        guard let number = BoxReading(text, in: box, terms).number else { return .text(text) }
        let digits = number.description
        let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
        return .number(digits, decimals: decimals)
    }

    private func words(_ field: EntryField) -> UploadTemplate.Cell {
        let text = entry.content[field]
        guard !text.isEmpty else { return .blank }
        switch field {
        case .figure: return .text(EntryFlag(rawValue: text)?.words ?? text)
        case .progress: return .text(ActionState(rawValue: text)?.words ?? text)
        default: return .text(text)
        }
    }

    private func told(_ figure: Figure) -> String {
        figure.value.map { entry.measure.facts.format.text($0) }
            ?? (figure.marker ?? QualityMarker.notAvailable).shorthand
    }
}
