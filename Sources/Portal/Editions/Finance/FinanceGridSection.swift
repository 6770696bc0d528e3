import Mustache
import Scorecard

/// A table of money with boxes to type in, and what is worked out beside them.
struct FinanceGridSection {
    let table: FinanceTable
    let content: EditionContent
    let faults: FieldFaults
    /// Whether there are three rows more than usual.
    let hasMore: Bool

    /// The rows that an empty table has.
    private static let usualRows = 6

    var values: TemplateValue {
        let finance = ReportFinance(content)
        let reading = finance[table]
        let money = FieldSection(
            name: EditionField.broughtForward.name,
            label: "Deficit at the start of the year, £ thousand (optional)",
            hint: "A surplus is below zero.", value: content[.broughtForward],
            fault: faults[EditionField.broughtForward.name])
        return [
            "name": .text(table.rawValue),
            "title": .text(table.title),
            "note": .text(table.note),
            "columns": .list(
                table.columns.map { column in
                    [
                        "label": .text(table.label(of: column, finance.basis)),
                        "isNumber": .flag(column.isMoney), "class": .text(column.rawValue),
                        "id": .text(columnID(column)),
                    ]
                }),
            "results": .list(resultLabels(finance.basis).map { .text($0) }),
            "rows": .list((1...rows).map { row($0, finance, reading) }),
            "hasTotal": .flag(reading?.total != nil),
            "total": .list(total(finance, reading)),
            "canGrow": .flag(rows < EditionTable.mostRows),
            "broughtForward": table == .grant ? money.values : .absent,
        ]
    }

    /// How many rows are shown: all that hold anything, and room for more where that is asked.
    private var rows: Int {
        let filled = content.rows(table.table).last ?? 0
        let shown = max(filled, Self.usualRows) + (hasMore ? 3 : 0)
        return min(shown, EditionTable.mostRows)
    }

    private func resultLabels(_ basis: FinanceBasis) -> [String] {
        table == .reserves
            ? [table.closingLabel(basis)] : [table.varianceLabel, "Status"]
    }

    private func row(
        _ row: Int, _ finance: ReportFinance, _ reading: FinanceReading?
    ) -> TemplateValue {
        let place = content.rows(table.table).firstIndex(of: row)
        let line = place.flatMap { reading?.lines[$0] }
        let cells = table.columns.map { cell($0, row, finance.basis) }
        return [
            "id": .text("\(table.rawValue)-row-\(row)"),
            "label": .text("\(table.title), row \(row)"),
            "isRowBad": .flag(
                table.columns.contains { faults[EditionField.cell(table, row, $0).name] != nil }),
            "cells": .list(cells),
            "rowFaults": .list(
                table.columns.compactMap { column in
                    let name = EditionField.cell(table, row, column).name
                    return faults[name].map { ["field": .text(name), "words": .text($0)] }
                }),
            "worked": .list(worked(line, finance)),
        ]
    }

    private func columnID(_ column: FinanceColumn) -> String {
        "\(table.rawValue)-\(column.rawValue)-column"
    }

    private func cell(
        _ column: FinanceColumn, _ row: Int, _ basis: FinanceBasis
    ) -> TemplateValue {
        let field = EditionField.cell(table, row, column)
        let fault = faults[field.name]
        return [
            "name": .text(field.name),
            "columnID": .text(columnID(column)),
            "label": .text(table.label(of: column, basis)),
            "value": .text(content[field]),
            "isHeading": .flag(column == .heading),
            "isNumber": .flag(column.isMoney),
            "isWords": .flag(!column.isMoney && column != .heading),
            "fault": fault.template,
        ]
    }

    /// What is worked out of a line; nothing while there is none.
    private func worked(_ line: FinanceLine?, _ finance: ReportFinance) -> [TemplateValue] {
        let labels = resultLabels(finance.basis)
        guard let line else { return labels.map { Self.result($0, nil, isNumber: false) } }
        if table == .reserves {
            return [Self.result(labels[0], line.closing.map(MoneyWords.plain))]
        }
        let variance = line.variance
        let amount = variance?.amount
        let text = amount.map {
            $0.formatted(decimals: $0.rounded(to: 0) == $0 ? 0 : 1, signed: true)
        }
        let percent = variance?.percent?.formatted(decimals: 1, signed: true, percent: true)
        let status = variance?.status(by: finance.rule)
        return [
            Self.result(labels[0], text, sub: percent),
            Self.result(labels[1], status?.words(of: table), status, isNumber: false),
        ]
    }

    /// The cells of the total, from the second column on.
    private func total(_ finance: ReportFinance, _ reading: FinanceReading?) -> [TemplateValue] {
        guard let total = reading?.total else { return [] }
        let typed = table.columns.dropFirst().map { column in
            Self.result(
                table.label(of: column, finance.basis),
                total[column].map(MoneyWords.plain), isNumber: column.isMoney)
        }
        return typed + worked(total, finance)
    }

    private static func result(
        _ label: String, _ text: String?, _ status: BudgetStatus? = nil, sub: String? = nil,
        isNumber: Bool = true
    ) -> TemplateValue {
        [
            "label": .text(label), "text": text.template, "sub": sub.template,
            "isNumber": .flag(isNumber), "hasStatus": .flag(status != nil),
            "isMissing": .flag(text == nil && isNumber),
            "statusClass": (status?.look).template, "statusIcon": (status?.icon).template,
            "statusWords": text.template,
        ]
    }
}
