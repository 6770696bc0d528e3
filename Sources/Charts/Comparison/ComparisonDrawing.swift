/// One of the two drawings of a comparison strip.
struct ComparisonDrawing {
    private static let bandHeight = 16.0

    private let strip: ComparisonStrip
    private let size: DrawingSize
    private let scale: Scale
    private let key: ChartKey
    /// How far the middle of the strip is down.
    private let middle: Double
    /// How far the axis is down.
    private let axis: Double

    init(_ strip: ComparisonStrip, _ size: DrawingSize, scale: Scale) {
        self.strip = strip
        self.size = size
        self.scale = scale
        let neighbours = KeyEntry(mark: .point(.neighbour), words: "Neighbours")
        let named = strip.named.map { KeyEntry(mark: .point($0.mark), words: $0.words) }
        key = ChartKey(
            columns: (20, 178), textOffset: 20, firstRow: 10, rowHeight: 21,
            entries: named + (strip.neighbours.isEmpty ? [] : [neighbours]))
        switch size {
        case .wide:
            middle = 62
            axis = 80
        case .narrow:
            middle = 57 + key.extraHeight
            axis = 87 + key.extraHeight
        }
    }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(size, height: axis + 24, in: &page)
        appendBand(to: &page)
        appendAxis(to: &page)
        for neighbour in strip.neighbours {
            page.circle("g-nb", at: place(of: neighbour.value), radius: 4.5)
        }
        // The partnership's own mark is drawn last, so that nothing hides it.
        for named in strip.named.reversed() { appendMark(named, to: &page) }
        switch size {
        case .wide: appendLabels(to: &page)
        case .narrow: key.append(to: &page)
        }
        page.markup("</svg>")
    }

    private func place(of value: Double) -> Place {
        Place(x: scale.place(of: value, from: 20, to: size.width - 20), y: middle)
    }

    private func appendBand(to page: inout [UInt8]) {
        let values = strip.neighbours.map(\.value)
        guard let lowest = values.min(), let highest = values.max() else { return }
        let half = Self.bandHeight / 2
        let start = place(of: lowest).x - half
        page.markup("<rect")
        page.attribute("class", "g-band")
        page.attribute("x", start)
        page.attribute("y", middle - half)
        page.attribute("width", place(of: highest).x + half - start)
        page.attribute("height", Self.bandHeight)
        page.attribute("rx", half)
        page.markup("/>")
    }

    private func appendAxis(to page: inout [UInt8]) {
        let labels = scale.ticks.map { strip.unit.text($0, decimals: scale.decimals) }
        let widest = labels.map { $0.estimatedWidth() }.max() ?? 0
        let slot = place(of: scale.ticks[1]).x - place(of: scale.ticks[0]).x
        let every = widest + 8 > slot ? 2 : 1
        for (number, tick) in scale.ticks.enumerated() {
            let x = place(of: tick).x
            if number.isMultiple(of: every) {
                page.text(labels[number], "t-mid", at: Place(x: x, y: axis + 18))
            }
            page.line("g-axis", from: Place(x: x, y: axis), to: Place(x: x, y: axis + 4))
        }
        page.line(
            "g-axis", from: Place(x: 20, y: axis), to: Place(x: size.width - 20, y: axis))
    }

    private func appendMark(_ named: ComparisonStrip.Named, to page: inout [UInt8]) {
        let place = place(of: named.value)
        switch named.mark {
        case .local: page.circle("g-local-dot", at: place, radius: 6.5)
        case .country: page.diamond("g-comp-dot", at: place, radius: 8)
        case .region: page.square("g-comp-dot", at: place, radius: 5)
        case .neighbour: page.circle("g-nb", at: place, radius: 4.5)
        case .target:
            page.line(
                "g-target", from: Place(x: place.x, y: middle - 12),
                to: Place(x: place.x, y: middle + 12))
        }
    }

    /// Names above the strip, moved apart, each with a line down to its mark.
    private func appendLabels(to page: inout [UInt8]) {
        let named = strip.named
        let widths = named.map {
            $0.words.estimatedWidth(bold: $0.mark == .local) + 20
        }
        let spread = Spread(
            zip(named, widths).map { .init(middle: place(of: $0.value).x, size: $1) },
            in: 0...size.width)
        for (index, label) in named.enumerated() {
            let x = place(of: label.value).x
            let middleX = spread.middles[index]
            let reach = max(widths[index] / 2 - 14, 0)
            let look = label.mark == .local ? "t-mid t-brand" : "t-mid"
            page.text(label.words, look, at: Place(x: middleX, y: 28))
            page.line(
                "g-axis", from: Place(x: min(max(x, middleX - reach), middleX + reach), y: 34),
                to: Place(x: x, y: middle - 9))
        }
    }
}
