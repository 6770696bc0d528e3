import Charts
import Mustache
import Scorecard

// How a measure's standing is shown wherever it is listed.

/// What pages have made of a standing, remembered as long as it is.
final class ShownStanding {
    var row = Remembered<RowSurroundings, TemplateValue>()
    var page = Remembered<MeasureParticulars, TemplateRecord>()
}

/// What a scorecard's row shows beside its measure's standing.
struct RowSurroundings: Equatable {
    /// The headline that it names itself, if any.
    let headline: String?
    /// The name of the country.
    let country: String
}

extension Standing {
    /// The values of `partials/status`.
    var statusValues: TemplateRecord {
        let status = judgement.status
        return [
            "statusClass": .text(status.look),
            "statusIcon": .text(status.icon),
            "statusWords": .text(status.words),
        ]
    }

    /// The values of `partials/change`, and what is compared with.
    var changeValues: TemplateRecord {
        [
            "hasChange": .flag(change?.direction != nil),
            "changeClass": .text(change?.meaning.look ?? ""),
            "changeIcon": .text(change?.direction?.icon ?? ""),
            "changeWords": .text(change?.words(format) ?? "No change to show"),
            "changeSince": (change?.earlier.shortLabel).template,
        ]
    }

    /// The latest figure as readers see it: the value, or the marker in its place.
    var latestText: String? {
        guard let latest else { return nil }
        guard let value = latest.value else {
            return latest.marker?.shorthand ?? QualityMarker.notAvailable.shorthand
        }
        return format.text(value, judged: judgement)
    }

    /// The period of the latest figure; an old one is not taken for this quarter's.
    var latestPeriod: String? {
        guard let latest else { return nil }
        let period = latest.period.shortLabel
        return isCurrent ? period : "unchanged since \(period)"
    }

    /// The small mark after a figure that is not final.
    var latestFlag: String? {
        guard let latest, latest.value != nil else { return nil }
        return latest.flag?.shorthand
    }

    /// `45 of 574`, where both are known and may be shown.
    var countText: String? {
        guard let latest, latest.value != nil, let numerator = latest.numerator,
            let denominator = latest.denominator
        else { return nil }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(numerator)) of \(whole.text(denominator))"
    }

    /// The shape of the local figures, broken where they may not be compared.
    var sparkline: Sparkline {
        // The target's line is drawn where it holds for the latest figure.
        let bound = latest.flatMap { latest in
            target.flatMap { entry in
                entry.target.isOf(latest.period) ? entry.target.bound(on: latest.period.end) : nil
            }
        }
        return Sparkline(points, target: bound.map(Double.init))
    }

    private var points: [Sparkline.Point] {
        var points: [Sparkline.Point] = []
        points.reserveCapacity(local.count + breaks.count)
        var previous: Period?
        for figure in local.reversed() {
            let position = Double(figure.period.end.number)
            if let previous, isBroken(from: previous, to: figure.period) {
                points.append(Sparkline.Point(at: position, nil))
            }
            points.append(Sparkline.Point(at: position, figure.value.map(Double.init)))
            previous = figure.period
        }
        return points
    }

    /// Whether a break, or a period that was left out, lies between two figures.
    private func isBroken(from earlier: Period, to later: Period) -> Bool {
        !later.isNext(after: earlier) || breaks.contains { $0.parts(earlier, from: later) }
    }

    /// What a cell shows of the trend, absent with fewer than two figures to join.
    var trend: TrendCell? {
        var count = 0
        var ends: (first: FixedDecimal, latest: FixedDecimal)?
        var range: (lowest: FixedDecimal, highest: FixedDecimal)?
        for figure in local {
            guard let value = figure.value else { continue }
            count += 1
            ends = (value, ends?.latest ?? value)
            range = (min(range?.lowest ?? value, value), max(range?.highest ?? value, value))
        }
        guard count > 1, let ends, let range else { return nil }
        let first = format.text(ends.first)
        let latest = format.text(ends.latest)
        // The ends are often the extremes too.
        func text(_ value: FixedDecimal) -> String {
            if value == ends.latest { return latest }
            return value == ends.first ? first : format.text(value)
        }
        return TrendCell(
            drawing: .drawing(sparkline), count: count, first: first, latest: latest,
            lowest: text(range.lowest), highest: text(range.highest))
    }
}

/// The trend of a measure in the room of a cell, as a drawing and in words.
struct TrendCell {
    let drawing: TemplateValue
    let count: Int
    let first: String
    let latest: String
    let lowest: String
    let highest: String
}

extension Day {
    /// The day, or for a month's last day the month alone: `July 2020`.
    var untilWords: String {
        let (year, month, _) = civil
        guard isLastOfMonth, let name = Month(year: year, number: month)?.label else {
            return label
        }
        return name
    }
}
