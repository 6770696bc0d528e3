import Mustache
import Scorecard

/// A table of money as a report shows it, with what is worked out.
struct FinanceTableSection {
    let reading: FinanceReading
    let basis: FinanceBasis
    let rule: BudgetRule
    /// The financial year, as readers see it.
    let year: String
    /// Whether lines that are on budget are left out.
    let isShort: Bool

    private var table: FinanceTable { reading.table }

    /// Whether anything in it was held against the rule.
    var isJudged: Bool { shown.contains { $0.variance != nil } || reading.total?.variance != nil }

    /// The lines that are shown.
    private var shown: [FinanceLine] {
        guard isShort, table.planned != nil else { return reading.lines }
        return reading.lines.filter { line in line.variance?.status(by: rule) != .on }
    }

    var values: TemplateRecord {
        let total = reading.total.map { row($0, isTotal: true) }
        return [
            "id": .text("finance-\(table.rawValue)"),
            "caption": .text("\(table.title), \(year)"),
            "note": .text(table.note),
            "columns": .list(
                columns.map { ["label": .text($0.label), "isNumber": .flag($0.isNumber)] }),
            "rows": .list(shown.map { row($0, isTotal: false) } + [total].compactMap { $0 }),
            "remarks": .list(remarks.map { .text($0) }),
        ]
    }

    var facts: [ReportFact] {
        let lines = shown + [reading.total].compactMap { $0 }
        let facts = lines.flatMap { line in self.facts(of: line) }
        return facts
            + remarks.enumerated().map { index, words in
                ReportFact(
                    section: ReportSection.finance.rawValue, subject: "\(table.rawValue)/remarks",
                    subjectTitle: table.title, name: "remark-\(index + 1)", text: words)
            }
    }

    private func facts(of line: FinanceLine) -> [ReportFact] {
        let heading = [Cell(name: "heading", text: line.title)]
        return (heading + cells(line)).compactMap { cell in
            guard let text = cell.text else { return nil }
            return ReportFact(
                section: ReportSection.finance.rawValue, subject: "\(table.rawValue)/\(line.slug)",
                subjectTitle: "\(table.title): \(line.title)", name: cell.name, text: text)
        }
    }

    /// What is told beneath the table.
    private var remarks: [String] {
        var remarks: [String] = []
        let left = reading.lines.count - shown.count
        if left > 0 {
            let rest =
                shown.isEmpty
                ? "All lines are" : "\(left.counted("line")) \(left == 1 ? "is" : "are")"
            remarks.append(
                "\(rest) \(BudgetStatus.on.words(of: table).lowercasedFirst) and not shown.")
        }
        if reading.missing > 0 {
            remarks.append(
                "\(reading.missing.counted("figure")) \(reading.missing == 1 ? "is" : "are") not "
                    + "given. Totals that would need \(reading.missing == 1 ? "it" : "them") are "
                    + "not worked out.")
        }
        let empty = reading.lines.filter { ($0.closing ?? .zero) < .zero }.map(\.title)
        if !empty.isEmpty {
            remarks.append("More would be used than there is: \(Wording.list(empty, "and")).")
        }
        return remarks
    }

    private struct Column {
        /// The name of its fact.
        let name: String
        let label: String
        let isNumber: Bool
    }

    private struct Cell {
        let name: String
        /// `nil` where there is nothing to show.
        let text: String?
        var status: BudgetStatus?
    }

    private var words: [FinanceColumn] { table.columns.filter { !$0.isMoney && $0 != .heading } }

    private var columns: [Column] {
        var columns = [
            Column(name: "heading", label: table.label(of: .heading, basis), isNumber: false)
        ]
        for column in table.columns where column.isMoney {
            columns.append(
                Column(
                    name: column.rawValue, label: table.label(of: column, basis), isNumber: true))
        }
        if table == .reserves {
            columns.append(
                Column(name: "closing", label: table.closingLabel(basis), isNumber: true))
        } else {
            columns += [
                Column(name: "variance", label: table.varianceLabel, isNumber: true),
                Column(name: "percent", label: "Percent", isNumber: true),
                Column(name: "status", label: "Status", isNumber: false),
            ]
        }
        columns += words.map {
            Column(name: $0.rawValue, label: table.label(of: $0, basis), isNumber: false)
        }
        return columns
    }

    /// What a line shows besides its heading, in the order of the columns.
    private func cells(_ line: FinanceLine) -> [Cell] {
        let decimals = reading.decimals
        var cells = table.columns.filter(\.isMoney).map { column in
            Cell(name: column.rawValue, text: line[column]?.formatted(decimals: decimals))
        }
        if table == .reserves {
            cells.append(
                Cell(name: "closing", text: line.closing?.formatted(decimals: decimals)))
        } else {
            let variance = line.variance
            let status = variance?.status(by: rule)
            cells += [
                Cell(
                    name: "variance",
                    text: variance?.amount.formatted(decimals: decimals, signed: true)),
                Cell(
                    name: "percent",
                    text: variance?.percent?.formatted(decimals: 1, signed: true, percent: true)),
                Cell(name: "status", text: status?.words(of: table), status: status),
            ]
        }
        cells += words.map { Cell(name: $0.rawValue, text: line.texts[$0]) }
        return cells
    }

    private func row(_ line: FinanceLine, isTotal: Bool) -> TemplateValue {
        [
            "title": .text(line.title),
            "isTotal": .flag(isTotal),
            "cells": .list(
                zip(columns.dropFirst(), cells(line)).map { column, cell in
                    [
                        "label": .text(column.label),
                        "isNumber": .flag(column.isNumber),
                        "isWords": .flag(!column.isNumber && column.name != "status"),
                        "text": cell.text.template,
                        // Of words nothing is missing where there are none.
                        "isMissing": .flag(cell.text == nil && column.isNumber),
                        "hasStatus": .flag(cell.status != nil),
                        "statusClass": (cell.status?.look).template,
                        "statusIcon": (cell.status?.icon).template,
                        "statusWords": cell.text.template,
                    ]
                }),
        ]
    }
}
