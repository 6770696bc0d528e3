import Mustache
import Scorecard

/// Every measure from A to Z, or those that a reader chose.
struct MeasureListPage: SheetPage {
    static let template = "measures/index"
    let section: Section? = .measures
    let address: String? = Links.measures.href
    let summary = "Every measure that the strategies name, with its rating and latest figure."
    let list: MeasureList
    let pages: Pagination
    /// How many measures there are before any is left out.
    let total: Int

    /// How many measures a page shows.
    static let pageLength = 50

    private var filter: MeasureListFilter { list.filter }
    /// Only in the order of names do measures stand under letters.
    private var hasLetters: Bool { filter.isEverything && filter.order == .name }

    var values: TemplateRecord {
        let shown = Array(list.entries[pages.range])
        var values: TemplateRecord = [
            "title": .text(title),
            "crumbs": [Links.home].template,
            "count": .text(total.counted("measure")),
            "hasMeasures": .flag(total > 0),
            "hasRows": .flag(!shown.isEmpty),
            "caption": .text(caption),
            "hasLetters": .flag(hasLetters && list.entries.count > 1),
            "letters": .list(hasLetters ? letters : []),
            "groups": .list(groups(shown)),
            "columns": .list(columns),
            "isFiltered": .flag(!filter.isEverything),
            "clearWords": .text("Clear all filters to see all \(total.counted("measure"))."),
            "searchHref": searchHref,
            "searchWords": .text("Search the whole portal for “\(filter.typed)”"),
        ]
        values.append(contentsOf: choiceValues)
        values.append(contentsOf: pages.values(filter.address, label: "Pages of measures"))
        return values
    }

    private var title: String {
        let order = filter.order == .name ? "" : " \(filter.order.words)"
        let chosen = filter.isEverything ? "" : ": \(list.entries.count) of \(total)"
        return "Measures" + order + chosen + pages.titleWords
    }

    private var caption: String {
        let whole = list.entries.count.counted("measure")
        let of = filter.isEverything ? whole : "\(list.entries.count) of \(total) measures"
        guard pages.pages > 1 else { return "\(of), \(filter.order.words)" }
        return "\(of), \(filter.order.words): \(pages.range.lowerBound + 1) to "
            + "\(pages.range.upperBound)"
    }

    private var searchHref: TemplateValue {
        filter.typed.isEmpty
            ? .absent
            : .text(AddressQuery(path: Links.search.href, [("q", filter.typed)]).text)
    }
}

extension MeasureListPage {
    /// Each letter there is, with where its measures begin, on whichever page that is.
    private var letters: [TemplateValue] {
        var values: [TemplateValue] = []
        var last: String?
        for (index, entry) in list.entries.enumerated() where entry.letter != last {
            last = entry.letter
            let page = index / Self.pageLength + 1
            let address = filter.address.with("page", page == 1 ? nil : "\(page)").text
            let part = "#\(Self.id(of: entry.letter))"
            values.append([
                "href": .text(page == pages.number ? part : address + part),
                "letter": .text(entry.letter),
            ])
        }
        return values
    }

    /// The rows under their letters, or all together.
    private func groups(_ shown: [MeasureList.Entry]) -> [TemplateValue] {
        guard hasLetters else {
            return [["id": .absent, "letter": .absent, "rows": .list(shown.map(\.row))]]
        }
        var groups: [(letter: String, rows: [TemplateValue])] = []
        for entry in shown {
            if groups.last?.letter != entry.letter { groups.append((entry.letter, [])) }
            groups[groups.count - 1].rows.append(entry.row)
        }
        return groups.map { letter, rows in
            [
                "id": .text(Self.id(of: letter)), "letter": .text(letter), "rows": .list(rows),
            ]
        }
    }

    /// Letters of other alphabets are named by their numbers.
    private static func id(of letter: String) -> String {
        let names = letter.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic
                ? String(scalar).lowercased() : "\(scalar.value)"
        }
        return "letter-" + names.joined(separator: "-")
    }

    /// The headings of the columns that the list can be in the order of.
    private var columns: [TemplateValue] {
        [
            (MeasureListFilter.Order.name, "Measure", "c-name"), (nil, "Latest", "c-latest num"),
            (.status, "Status", "c-status"), (.change, "Change", "c-change"),
        ].map { order, words, look in
            let isChosen = order == filter.order
            return [
                "look": .text(look), "words": .text(words),
                "sort": isChosen ? .text(order == .name ? "ascending" : "other") : .absent,
                "href": order.map { .text(filter.sorted(by: $0).address.text) } ?? .absent,
                "isChosen": .flag(isChosen),
            ]
        }
    }

    private var choiceValues: TemplateRecord {
        [
            "typed": .text(filter.typed),
            "sort": filter.order == .name ? .absent : .text(filter.order.rawValue),
            "filters": .list(
                [
                    facet(.scorecard, "Ambition", "All ambitions"),
                    facet(.strategy, "Strategy", "All strategies"),
                    facet(.board, "Board", "All boards"),
                    select(
                        ("status", "Status", "Any status"), chosen: filter.status?.code,
                        MeasureListFilter.Status.all.map { ($0.code, $0.words) }),
                    select(
                        ("frequency", "How often", "Any"), chosen: filter.frequency?.rawValue,
                        Frequency.allCases.map { ($0.rawValue, $0.shortWords) }),
                    select(
                        ("kind", "Kind", "Any kind"),
                        chosen: filter.kind?.rawValue,
                        MeasureKind.allCases.map { ($0.rawValue, $0.shortWords) }),
                ].compactMap { $0 }),
        ]
    }

    /// A choice among what there is; one that has nothing to choose from is left out.
    private func facet(
        _ facet: MeasureFacet, _ label: String, _ all: String
    ) -> TemplateValue? {
        let choices = list.choices.filter { $0.facet == facet }
        guard !choices.isEmpty else { return nil }
        return select(
            (facet.rawValue, label, all), chosen: filter.facets[facet],
            choices.map { ($0.slug, $0.title) })
    }

    private func select(
        _ names: (name: String, label: String, all: String), chosen: String?,
        _ choices: [(value: String, words: String)]
    ) -> TemplateValue {
        SelectSection(
            name: names.name, label: names.label, all: names.all, chosen: chosen, choices: choices
        ).values
    }
}

extension MeasureListPage {
    /// All rows that the filters leave, not only those of the page.
    var sheet: Sheet {
        Sheet(
            name: "measures",
            columns: [
                "code", "measure", "strategies", "kind", "frequency", "period_code", "period",
                "value", "unit", "flag", "status", "change", "change_since", "change_means",
            ],
            rows: list.entries.map(\.cells))
    }
}

extension MeasureList.Entry {
    fileprivate var row: TemplateValue {
        let change = standing.change
        var values: TemplateRecord = [
            "href": .text(Links.measure(measure.facts.slug)),
            "name": .text(measure.facts.title),
            "strategies": .text(strategies.joined(separator: ", ")),
            "unit": measure.facts.unit == "%" ? .absent : .text(measure.facts.unit),
            "hasFigure": .flag(standing.latest != nil),
            "value": standing.latestText.template,
            "flag": standing.latestFlag.template,
            "period": standing.latestPeriod.template,
            "hasChange": .flag(change?.direction != nil),
            "changeClass": .text(change?.meaning.look ?? ""),
            "changeIcon": .text(change?.direction?.icon ?? ""),
            "changeWords": .text(change?.words(standing.format) ?? "–"),
            "changeSince": (change?.earlier.shortLabel).template,
        ]
        values.append(contentsOf: standing.statusValues)
        return .record(values)
    }

    fileprivate var cells: [String] {
        let (latest, change, decimals) = (
            standing.latest, standing.change, measure.facts.decimals
        )
        return [
            measure.code, measure.facts.title, strategies.joined(separator: "; "),
            measure.facts.kind.shortWords, measure.facts.frequency.shortWords,
            latest?.period.description ?? "", latest?.period.label ?? "",
            latest == nil
                ? "" : latest?.value?.plain(decimals: decimals) ?? standing.latestText ?? "",
            measure.facts.unit, standing.latestFlag ?? "", standing.judgement.status.words,
            change?.difference?.plain(decimals: decimals) ?? "",
            change?.difference == nil ? "" : change?.earlier.label ?? "",
            change?.difference == nil ? "" : change?.words(standing.format) ?? "",
        ]
    }
}
