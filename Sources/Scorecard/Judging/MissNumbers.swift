/// The numbers of a judged figure's sentence, with as many places as it takes for them to agree.
///
/// The figure keeps its status and differs from the bound by the distance, as all three are
/// shown. The distance has at least as many places as the allowance, and lies on its own side of
/// it: 86.925 is 4.575 below 91.5, which is within 4.575 and would not be "4.58 below". A bound
/// that was set, and an allowance in the measure's own unit, are shown as they were set. A
/// milestone between two dates is rounded with the figure; an allowance in percent is rounded
/// down, so that nothing within it as it is shown is beyond it.
struct MissNumbers {
    /// The figure for people.
    let figure: String
    /// What it was held against.
    let bound: String
    /// How far the one is from the other.
    let distance: String
    /// How far it may be; `nil` where nothing is allowed.
    let allowed: String?
    /// Whether the allowance is called by a word for several, as in "2.0 points".
    private let isAllowedPlural: Bool

    /// The numbers of a figure that keeps its status from so many places on.
    init(
        of value: FixedDecimal, _ target: Target, _ verdict: Verdict, _ format: FigureFormat,
        from places: Int
    ) {
        let places = MissPlaces(of: value, target, verdict, format, from: places)
        figure = format.with(decimals: places.figure).text(value)
        bound =
            places.isBoundRounded
            ? format.with(decimals: places.figure).text(verdict.bound)
            : format.exactText(verdict.bound)
        distance =
            verdict.shortfall.map { format.distance($0, atLeast: places.distance) } ?? "far"
        let amount = verdict.tolerance.map { $0.roundedDown(to: places.allowance) }
        let amountText = amount.map { format.allowance($0) }
        switch target.tolerance {
        case _ where target.tolerance.isNone: allowed = nil
        case .absolute: allowed = amountText
        case .relative(let percent):
            allowed = amountText.map { "\($0) (\(percent)%)" } ?? "\(percent)%"
        }
        isAllowedPlural = format.differenceUnit != nil && amount != FixedDecimal(1)
    }

    /// That the distance is within what is allowed, as the end of a sentence.
    func within(_ what: String) -> String {
        "within the \(allowed ?? "0") that \(isAllowedPlural ? "count" : "counts") as \(what)"
    }
}

/// How many places each of the numbers has.
private struct MissPlaces {
    /// Those of the figure, and of a bound that is rounded with it.
    private(set) var figure: Int
    /// Those of the distance.
    private(set) var distance: Int
    /// Those of the allowance.
    private(set) var allowance: Int
    /// Whether the bound was worked out and not set.
    let isBoundRounded: Bool

    /// Adds a place to the distance until everything agrees, which it does at eight at the latest.
    init(
        of value: FixedDecimal, _ target: Target, _ verdict: Verdict, _ format: FigureFormat,
        from places: Int
    ) {
        isBoundRounded = target.goal.kind == .trajectory
        figure = places
        distance = max(places, format.decimals)
        allowance = format.decimals
        guard let apart = verdict.shortfall else { return }
        let limit = Self.limit(target, verdict)
        let exact = max(limit?.decimals ?? 0, format.decimals)
        if case .relative = target.tolerance {
            allowance = min(exact, format.decimals + 2)
        } else {
            allowance = exact
        }
        distance = max(distance, limit?.roundedDown(to: allowance).decimals ?? 0)
        while distance < FixedDecimal.places {
            if let found = agreeing(value, verdict.bound, apart, from: places),
                keepsSide(apart.magnitude, limit, isWithin: verdict.status != .offTarget)
            {
                figure = found
                return
            }
            distance += 1
            allowance = min(exact, max(allowance, distance))
        }
        figure = agreeing(value, verdict.bound, apart, from: places) ?? FixedDecimal.places
    }

    /// What the sentence says is allowed; `nil` where it does not speak of it.
    private static func limit(_ target: Target, _ verdict: Verdict) -> FixedDecimal? {
        switch target.goal {
        case .floor: nil
        case .maintain: target.tolerance.isNone ? nil : verdict.tolerance
        case .atLeast, .atMost, .within, .trajectory:
            target.tolerance.isNone || verdict.status == .onTarget ? nil : verdict.tolerance
        }
    }

    /// The fewest places of the figure with which the distance is that of what is shown.
    private func agreeing(
        _ value: FixedDecimal, _ bound: FixedDecimal, _ apart: FixedDecimal, from places: Int
    ) -> Int? {
        (places...max(places, distance)).first { figure in
            let shown = isBoundRounded ? bound.rounded(to: figure) : bound
            return apart.isShownDistance(from: value.rounded(to: figure), shown, distance)
        }
    }

    /// Whether the distance, as it is shown, is on its own side of what is allowed.
    private func keepsSide(
        _ apart: FixedDecimal, _ limit: FixedDecimal?, isWithin: Bool
    ) -> Bool {
        guard let limit else { return true }
        let isShownWithin = apart.rounded(to: distance) <= limit.roundedDown(to: allowance)
        return isShownWithin == isWithin
    }
}
