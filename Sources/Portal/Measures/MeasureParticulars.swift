import Scorecard

/// All that the page of a measure tells every reader, beside how the measure stands.
///
/// Where it is what it was, and the standing too, so is the page.
struct MeasureParticulars: Equatable {
    private let area: String
    private let neighbourMethod: BenchmarkMethod
    private let measure: MeasureDetail
    private let choice: PeriodChoice
    private let targets: [TargetDetail]
    private let uses: MeasureUses
    private let surroundings: Surroundings
    private let today: Day
    private let nextFigure: String?
    private let hasAsked: Bool

    init(_ page: MeasurePage) {
        area = page.area
        neighbourMethod = page.neighbourMethod
        measure = page.measure
        choice = page.choice
        targets = page.targets
        uses = page.uses
        surroundings = page.surroundings
        today = page.today
        nextFigure = page.nextFigure
        hasAsked = !page.asked.isEmpty
    }
}
