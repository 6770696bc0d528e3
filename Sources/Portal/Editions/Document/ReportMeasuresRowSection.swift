import Mustache
import Scorecard

/// A row of a report’s table of measures, and what stands below it.
struct ReportMeasuresRowSection {
    let entry: ReportMeasuresEntry
    let columns: ReportMeasuresColumns
    /// Whether the measure has a block of its own further on.
    let hasBlock: Bool

    private var standing: Standing { entry.standing }

    var values: TemplateValue {
        let below = rule + columns.below.map { cell($0, noneWords: "none") }
        return [
            "title": .text(entry.title),
            "href": hasBlock ? .text("#\(entry.anchor)") : .absent,
            "about": about.template,
            "cells": .list(columns.across.map { cell($0, noneWords: "not available") }),
            "hasMore": .flag(!below.isEmpty),
            "width": .integer(columns.across.count + 1),
            "more": .list(below),
        ]
    }

    /// What stands under the title: `MOVES. Percentage. Lower is better`.
    private var about: String? {
        let shown = columns.underTitle
        let flag = standing.latest.flatMap { $0.value == nil ? nil : $0.flag }
        let unit = standing.measure.unit == "%" ? "Percentage" : nil
        let parts = [
            shown.contains(.code) ? entry.code : nil,
            entry.unit ?? (shown.contains(.unit) ? unit : nil),
            shown.contains(.goodIs) ? standing.measure.polarity.words : nil,
            shown.contains(.flag) ? flag?.words.capitalisedFirst : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ". ")
    }

    /// The rule of the status, in a line of its own: no narrow column has room for it.
    private var rule: [TemplateValue] {
        guard columns.across.contains(.status), entry.hasOwnRule else { return [] }
        return [Self.cell("Rule", text: entry.rule)]
    }

    private func cell(_ column: ReportColumn, noneWords: String) -> TemplateValue {
        let label = column.title(entry.country, entry.region)
        switch column {
        case .status:
            return Self.cell(label, look: "c-status", status: .record(standing.statusValues))
        case .change: return change(label)
        case .trend: return trend(label)
        case .latest: return latest(label)
        case .definition:
            return Self.cell(
                label, text: "What \(entry.title) is", href: "#\(entry.definitionAnchor)")
        case .code, .goodIs, .unit, .twoYearsBefore, .yearBefore, .samePeriodLastYear, .quarters,
            .dates, .flag, .target, .country, .region, .neighbours, .forecast, .comment, .action:
            let words = entry.words(column)
            return Self.cell(
                label, look: column.isNumber ? "num" : "", text: words.text, notes: words.notes,
                none: noneWords)
        }
    }

    private func latest(_ label: String) -> TemplateValue {
        Self.cell(
            label, look: "num c-latest", strong: standing.latestText, flag: standing.latestFlag,
            notes: [standing.countText, standing.latestPeriod].compactMap(\.self),
            none: "no figure yet")
    }

    private func change(_ label: String) -> TemplateValue {
        let notes = [entry.changeSince].compactMap(\.self)
        guard standing.change?.direction != nil else {
            return Self.cell(label, text: entry.change, notes: notes, none: "no change to show")
        }
        return Self.cell(label, change: .record(standing.changeValues), notes: notes)
    }

    private func trend(_ label: String) -> TemplateValue {
        guard let trend = standing.trend else { return Self.cell(label, none: "no trend") }
        return Self.cell(
            label, trend: ["drawing": trend.drawing, "words": .text(trend.words)])
    }

    /// A value for every name of a cell.
    private static func cell(
        _ label: String, look: String = "", text: String? = nil, strong: String? = nil,
        flag: String? = nil, href: String? = nil, status: TemplateValue = .absent,
        change: TemplateValue = .absent, trend: TemplateValue = .absent, notes: [String] = [],
        none: String = ""
    ) -> TemplateValue {
        [
            "label": .text(label), "look": .text(look), "text": text.template,
            "strong": strong.template, "flag": flag.template, "href": href.template,
            "status": status, "change": change, "trend": trend,
            "notes": .list(notes.map { .text($0) }), "none": .text(none),
            "isNone": .flag(
                text == nil && strong == nil && status.isMissing
                    && change.isMissing && trend.isMissing),
        ]
    }
}

extension TemplateValue {
    fileprivate var isMissing: Bool {
        if case .absent = self { return true }
        return false
    }
}

extension TrendCell {
    /// What the drawing shows, for those who do not see it.
    var words: String {
        "\(count) figures: from \(first) to \(latest), lowest \(lowest), highest \(highest)"
    }
}

extension ReportColumn {
    /// What stands in the head of the column, with the names of the areas.
    func title(_ country: String, _ region: String) -> String {
        switch self {
        case .country: country
        case .region: region
        case .code, .goodIs, .unit, .twoYearsBefore, .yearBefore, .samePeriodLastYear, .quarters,
            .latest, .dates, .flag, .target, .status, .change, .trend, .neighbours, .forecast,
            .comment, .action, .definition:
            title
        }
    }
}
