import Mustache
import Scorecard

/// The rows of a table of a draft as boxes to type into.
struct StepGridSection {
    /// A column: its name, what stands over it, and how it is filled in.
    struct Column {
        enum Kind {
            case line
            /// Several lines.
            case area
            /// A choice; the first is for none.
            case choice([(value: String, label: String)])
        }

        let name: String
        let label: String
        let kind: Kind
    }

    let rows: TypedRows
    let columns: [Column]
    let faults: FieldFaults

    /// The values of `editions/delivery-grid`.
    func values(caption: String, hint: String) -> TemplateValue {
        [
            "caption": .text(caption), "hint": .text(hint), "noun": .text(rows.noun),
            "table": .text(rows.table.rawValue),
            "columns": .list(
                columns.map { ["label": .text($0.label), "look": .text("c-\($0.name)")] }),
            "rows": .list(rows.numbers.map(row)),
        ]
    }

    private func row(_ number: Int) -> TemplateValue {
        let id = "\(rows.table.rawValue)-\(number)"
        let cells = columns.map { cell($0, number, row: id) }
        return [
            "id": .text(id), "name": .text(rows.name(of: number)),
            "isBad": .flag(faults.all.contains { $0.field.hasPrefix(id + "-") }),
            "cells": .list(cells),
        ]
    }

    private func cell(_ column: Column, _ number: Int, row: String) -> TemplateValue {
        let name = EditionField.cell(rows.table, number, column.name).name
        let text = rows.text(number, column.name)
        var record: TemplateRecord = [
            "name": .text(name), "label": .text(column.label), "row": .text(row),
            "look": .text("c-\(column.name)"), "value": .text(text),
            "fault": faults[name].template,
        ]
        switch column.kind {
        case .line, .area: record.append("options", .absent)
        case .choice(let options):
            record.append("options", .record(["all": .list(Self.options(options, chosen: text))]))
        }
        if case .area = column.kind {
            record.append("isArea", .flag(true))
        } else {
            record.append("isArea", .flag(false))
        }
        return .record(record)
    }

    /// The choices, and what is chosen though it is none of them, so that it can be seen.
    private static func options(
        _ options: [(value: String, label: String)], chosen: String
    ) -> [TemplateValue] {
        var all = options
        if !options.contains(where: { $0.value == chosen }) {
            all.append((chosen, "“\(chosen)”, which is not in the list"))
        }
        return all.map {
            [
                "value": .text($0.value), "label": .text($0.label),
                "isChosen": .flag($0.value == chosen),
            ]
        }
    }
}
