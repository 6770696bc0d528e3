import Charts
import Mustache
import Scorecard

// How a measure's standing is shown wherever it is listed.

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

    /// The latest figure as readers see it: the value, or the marker in its place.
    var latestText: String? {
        guard let latest else { return nil }
        guard let value = latest.shownValue else {
            return latest.marker?.shorthand ?? QualityMarker.notAvailable.shorthand
        }
        return format.text(value, judged: judgement)
    }

    /// The small mark after a figure that is not final.
    var latestFlag: String? {
        guard let latest, latest.shownValue != nil else { return nil }
        return (latest.marker ?? latest.status.marker)?.shorthand
    }

    /// `45 of 574`, where both are known and may be shown.
    var countText: String? {
        guard let latest, latest.shownValue != nil, let numerator = latest.numerator,
            let denominator = latest.denominator
        else { return nil }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(numerator)) of \(whole.text(denominator))"
    }

    /// The target in words, such as `94.6%` or `10 to 14`.
    var targetText: String? {
        target.map { $0.target.words(format) }
    }

    /// The shape of the local figures, broken where they may not be compared.
    var sparkline: Sparkline {
        Sparkline(points, target: target?.target.bound?.double)
    }

    private var points: [Sparkline.Point] {
        var points: [Sparkline.Point] = []
        points.reserveCapacity(local.count + breaks.count)
        var previous: HeadlineFigure?
        for figure in local.reversed() {
            let position = Double(figure.end.number)
            if let previous, isBroken(from: previous, to: figure) {
                points.append(Sparkline.Point(at: position, nil))
            }
            points.append(Sparkline.Point(at: position, figure.shownValue?.double))
            previous = figure
        }
        return points
    }

    /// Whether a break, or a period that was left out, lies between two figures.
    private func isBroken(from earlier: HeadlineFigure, to later: HeadlineFigure) -> Bool {
        breaks.contains { earlier.end < $0.end && $0.end <= later.end }
            || later.end.number - earlier.end.number > 500
    }

    /// What a cell shows of the trend, absent with fewer than two figures to join.
    var trend: TrendCell? {
        var count = 0
        var ends: (first: FixedDecimal, latest: FixedDecimal)?
        var range: (lowest: FixedDecimal, highest: FixedDecimal)?
        for figure in local {
            guard let value = figure.shownValue else { continue }
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

extension Figure {
    /// The value that may be shown: none where it is withheld.
    var shownValue: FixedDecimal? { isSuppressed ? nil : value }
}

extension HeadlineFigure {
    /// The value that may be shown: none where it is withheld.
    var shownValue: FixedDecimal? { marker == .confidential ? nil : value }
}

extension Target {
    /// The one number that a chart can draw a line at.
    var bound: FixedDecimal? {
        switch goal {
        case .atLeast(let value), .atMost(let value), .maintain(let value): value
        case .floor(let floor, let aim): aim ?? floor
        case .within, .trajectory: nil
        }
    }

    /// The target as a cell shows it.
    func words(_ format: FigureFormat) -> String {
        switch goal {
        case .atLeast(let value), .atMost(let value), .maintain(let value):
            format.exactText(value)
        case .floor(let floor, let aim):
            aim.map { format.exactText($0) } ?? "at least \(format.exactText(floor))"
        case .within(let low, let high):
            "\(format.exactText(low)) to \(format.exactText(high))"
        case .trajectory(let trajectory):
            trajectory.milestones.last.map { format.exactText($0.value) } ?? ""
        }
    }
}

extension FixedDecimal {
    /// The nearest binary number, for drawing only.
    var double: Double { Double(hundredMillionths) / 100_000_000 }
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
