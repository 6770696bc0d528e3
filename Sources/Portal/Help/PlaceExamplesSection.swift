import Charts
import Mustache

/// Made-up figures of one time: of places, of groups, and of ratings.
enum PlaceExamplesSection {
    static var strip: TemplateValue {
        let neighbours = [612, 630, 644, 651, 660, 672, 680, 695, 703, 728]
        let (local, country, region, target) = (683, 655, 636, 715)
        var places = [
            (ExampleSection.area, local), (ExampleSection.country, country),
            (ExampleSection.region, region),
        ]
        places += neighbours.enumerated().map { ("Neighbour \($0.offset + 1)", $0.element) }
        places.sort { $0.1 > $1.1 }
        let example = ExampleSection(
            id: "strip-example", finding: "Among its neighbours, our area is 4th best of 11",
            subtitle: "Children who have a library card, Year 10. The target is 71.5%.",
            columns: ["Place", "Figure"],
            rows: places.map { [$0.0, ExampleSection.text($0.1)] })
        return example.values(
            ComparisonStrip(
                id: "strip-chart", title: example.finding, unit: .percent,
                local: entry(ExampleSection.area, local),
                country: entry(ExampleSection.country, country),
                region: entry(ExampleSection.region, region), target: entry("Target", target),
                neighbours: neighbours.compactMap(ExampleSection.figure)))
    }

    private static func entry(_ name: String, _ tenths: Int) -> ComparisonStrip.Entry {
        ComparisonStrip.Entry(name, ExampleSection.figure(tenths))
    }

    static var groups: TemplateValue {
        let groups: [(name: String, local: Int?, country: Int)] = [
            ("All children", 683, 655), ("Girls", 705, 678), ("Boys", 662, 633),
            ("With SEN support", 541, 541), ("With an EHC plan", nil, 448),
        ]
        let example = ExampleSection(
            id: "groups-example", finding: "From 54.1% to 70.5% across 4 groups",
            subtitle: "Children who have a library card, Year 10",
            columns: ["Group", ExampleSection.area, ExampleSection.country],
            rows: groups.map { group in
                [
                    group.name, group.local.map(ExampleSection.text) ?? "[c]",
                    ExampleSection.text(group.country),
                ]
            })
        return example.values(
            GroupsDotPlot(
                id: "groups-chart", title: example.finding, unit: .percent,
                localName: ExampleSection.area, comparatorName: ExampleSection.country,
                rows: groups.enumerated().map { index, group in
                    GroupsDotPlot.Row(
                        group.name, local: ExampleSection.figure(group.local),
                        comparator: ExampleSection.figure(group.country), isTotal: index == 0,
                        hiddenWords: "not shown [c]")
                }))
    }

    static var bar: TemplateValue {
        .drawing(StatusBar(off: 3, close: 2, on: 9, notJudged: 5))
    }

    /// Ratings of eight quarters, one row for each measure.
    static var rug: TemplateValue {
        let library = ["o58", "o60", "c61", "c62", "c62", "n63", "n64", "n63"]
        let club = ["n7.1", "n7.4", "s[c]", "n7.9", "c6.4", "c6.6", "s[c]", "n7.2"]
        return .list(
            [("Children who have a library card", library), ("Children in a reading club", club)]
                .map { name, cells in
                    ["name": .text(name), "cells": .list(cells.map(cell))]
                })
    }

    /// A cell from its rating, written as a letter, and its figure.
    private static func cell(_ text: String) -> TemplateValue {
        let (icon, words) =
            switch text.first {
            case "o": ("i-off", "Off target")
            case "c": ("i-near", "Close to target")
            case "n": ("i-on", "On target")
            default: ("i-supp", "Suppressed")
            }
        return [
            "icon": .text(icon), "words": .text(words), "text": .text(String(text.dropFirst())),
        ]
    }
}
