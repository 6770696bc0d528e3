import Charts
import Mustache

/// A chart of made-up figures and the table beside it.
struct ExampleSection {
    let id: String
    /// What the chart finds, which is also its heading.
    let finding: String
    let subtitle: String
    let columns: [String]
    let rows: [[String]]

    /// The names that the examples go by: none that a reader could take for a real place.
    static let area = "Our area"
    static let country = "Country"
    static let region = "Region"

    func values(_ drawing: some SVGDrawing) -> TemplateValue {
        [
            "id": .text(id),
            "finding": .text(finding),
            "subtitle": .text(subtitle),
            "drawing": .drawing(drawing),
            "columns": .list(columns.dropFirst().map { .text($0) }),
            "firstColumn": .text(columns.first ?? ""),
            "rows": .list(
                rows.map { cells in
                    [
                        "head": .text(cells.first ?? ""),
                        "cells": .list(cells.dropFirst().map { .text($0) }),
                    ]
                }),
        ]
    }

    /// A percentage with one decimal, as it is written.
    static func text(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

    /// A percentage, given in tenths, as it is plotted.
    static func figure(_ tenths: Int?) -> PlottedFigure? {
        tenths.map { PlottedFigure(Double($0) / 10, text($0)) }
    }
}
