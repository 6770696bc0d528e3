// What a process chart says, as sentences for those who do not read charts.
extension ControlChart {
    /// What the latest point says and by which rule; `nil` without points.
    ///
    /// Limits are told as what a figure can be: no share of 104% is usual.
    public func variationSentence(_ polarity: Polarity, in format: FigureFormat) -> String? {
        variationSentence(polarity, in: format, shownFor: nil)
    }

    /// What the latest point says, with its period where a later figure is not shown.
    func variationSentence(
        _ polarity: Polarity, in format: FigureFormat, shownFor period: Period?
    ) -> String? {
        guard let latest else { return nil }
        guard let signal = latest.signal else {
            let limits = possible(latest.limits, format.kind)
            return """
                \(Self.subject(format.text(estimate: latest.value), period)) lies within the \
                limits of \(format.text(from: limits.lower, to: limits.upper)) and no pattern \
                stands out: no more than its usual variation.
                """
        }
        let (value, rule) = finding(signal, of: latest, in: format)
        return "\(Self.subject(value, period)) \(rule): more than its usual variation, "
            + "\(latest.variation(polarity).meaning(polarity))."
    }

    /// What the sentence is about.
    private static func subject(_ value: String, _ period: Period?) -> String {
        guard let period else { return "The latest figure, \(value)," }
        return "The latest figure that is shown, \(value) \(period.inSentence),"
    }

    /// The limits kept to what figures of a kind can be, unless one of these is beyond that.
    private func possible(_ limits: Limits, _ kind: ValueKind) -> Limits {
        guard points.allSatisfy({ kind.nearest(to: $0.value) == $0.value }) else { return limits }
        return Limits(
            mean: limits.mean, lower: kind.nearest(to: limits.lower),
            upper: kind.nearest(to: limits.upper))
    }

    /// The latest figure, and which rule it meets.
    private func finding(
        _ signal: Signal, of latest: Point, in format: FigureFormat
    ) -> (value: String, rule: String) {
        let value = format.text(estimate: latest.value)
        let limits = possible(latest.limits, format.kind)
        switch signal {
        case .outsideLimits(let side):
            let limit = limits.limit(side)
            let text = format.text(estimate: limit)
            return (
                format.text(estimate: latest.value, apartFrom: limit),
                "is \(side.place) the \(side.limit) limit of \(text)"
            )
        case .trend(let side):
            return (value, "is the last of \(latestTrend) in a row that \(side.movement) each time")
        case .nearLimit(let side):
            let near = points.suffix(3).count(where: \.isNearLimit)
            let limit = "the \(side.limit) limit of \(format.text(estimate: limits.limit(side)))"
            return (value, "is one of \(near) among the last 3 that lie close to \(limit)")
        case .run(let side):
            let mean = "the average of \(format.text(estimate: limits.mean))"
            return (value, "is the last of \(latestRun) in a row \(side.place) \(mean)")
        }
    }

    /// How many points in a row, with the latest, lie on its side of the mean.
    ///
    /// It ends at a break at the latest, since no stretch lies wholly on one side of its mean.
    private var latestRun: Int {
        var length = 0
        for point in points.reversed() {
            guard point.side == latest?.side else { break }
            length += 1
        }
        return length
    }

    /// How many points in a row, with the latest, rise or fall each time.
    private var latestTrend: Int {
        var (length, way) = (1, Side?.none)
        for place in points.indices.dropFirst().reversed() {
            let step = Side(from: points[place - 1].value, to: points[place].value)
            guard !points[place].beginsStretch, let step, way == nil || way == step else { break }
            way = step
            length += 1
        }
        return length
    }

    /// Whether the measure can be counted on to reach its target, with the numbers.
    ///
    /// The target is `nil` where none has been set.
    public func assuranceSentence(
        against target: AssuranceTarget?, in format: FigureFormat
    ) -> String? {
        guard let latest else { return nil }
        guard let target else { return "Cannot say: no target has been set." }
        let assurance = latest.limits.assurance(against: target)
        let shown = possible(latest.limits, format.kind)
        let limits = format.text(from: shown.lower, to: shown.upper)
        let place = target.place(assurance, in: format)
        return switch assurance {
        case .passes, .fails:
            "\(assurance.words): figures from \(limits) are usual, and all of them are \(place)."
        case .hitAndMiss:
            """
            \(assurance.words): figures from \(limits) are usual, and \(place), \
            so that it may be met or missed by chance.
            """
        }
    }
}

extension AssuranceTarget {
    /// Where usual figures lie by this target.
    fileprivate func place(
        _ assurance: ControlChart.Assurance, in format: FigureFormat
    ) -> String {
        switch self {
        case .atLeast(let bound):
            let target = "the target of \(format.text(estimate: bound))"
            return switch assurance {
            case .passes: "at or above \(target)"
            case .fails: "below \(target)"
            case .hitAndMiss: "\(target) lies between"
            }
        case .atMost(let bound):
            let target = "the target of \(format.text(estimate: bound))"
            return switch assurance {
            case .passes: "at or below \(target)"
            case .fails: "above \(target)"
            case .hitAndMiss: "\(target) lies between"
            }
        case .within(let range):
            let target =
                "the target of \(format.text(from: range.lowerBound, to: range.upperBound))"
            return switch assurance {
            case .passes: "within \(target)"
            case .fails: "outside \(target)"
            case .hitAndMiss: "only some of them lie within \(target)"
            }
        }
    }
}

extension ControlChart.Limits {
    /// The limit of a side.
    fileprivate func limit(_ side: ControlChart.Side) -> Double {
        switch side {
        case .above: upper
        case .below: lower
        }
    }
}

extension ControlChart.Side {
    fileprivate var place: String {
        switch self {
        case .above: "above"
        case .below: "below"
        }
    }

    fileprivate var limit: String {
        switch self {
        case .above: "upper"
        case .below: "lower"
        }
    }

    fileprivate var movement: String {
        switch self {
        case .above: "rise"
        case .below: "fall"
        }
    }
}

extension ControlChart.Variation {
    /// The end of a sentence: whether that is good.
    fileprivate func meaning(_ polarity: Polarity) -> String {
        switch self {
        case .improving: "in the right direction"
        case .concerning: "in the wrong direction"
        case .higher, .lower, .common: polarity.silence
        }
    }
}

extension Polarity {
    /// Why a movement is called neither better nor worse, as the end of a sentence.
    var silence: String {
        switch self {
        case .betweenIsGood: "which is neither better nor worse by itself"
        case .context, .highIsGood, .lowIsGood: "and neither higher nor lower is better"
        case .unconfirmed: "and it is not yet agreed whether higher or lower is better"
        }
    }
}
