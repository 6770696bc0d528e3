import Mustache
import Scorecard

/// The figures that can be asked for, return by return, to be ticked.
struct RoundChoiceSection {
    let offer: RoundOffer
    let ticked: Set<String>

    var values: TemplateRecord {
        let plan = RoundPlan(
            period: .financialQuarter(offer.quarter), opensOn: offer.quarter.end,
            closesOn: offer.quarter.end, note: nil, figures: offer.figures)
        let usual = offer.figures.count(where: \.isUsual)
        let lonely = offer.figures.count {
            $0.isUsual && offer.officers.covering($0.ownership).isEmpty
        }
        return [
            "hasFigures": .flag(!offer.figures.isEmpty),
            "figuresCaption": .text(
                "\(offer.figures.count.counted("figure")) can be asked for, \(usual) as usual"),
            "nobodyWords": lonely == 0 ? .absent : .text(Self.nobody(lonely)),
            "groups": .list(
                plan.returns().map { place, figures in
                    ["title": .text(place.title), "rows": .list(figures.map(row))]
                }),
        ]
    }

    /// What is said of figures that no role covers.
    static func nobody(_ count: Int) -> String {
        count == 1
            ? "Nobody enters 1 of these figures: no officer’s role covers its measure."
            : "Nobody enters \(count) of these figures: no officer’s role covers their measures."
    }

    private func row(_ figure: DueFigure) -> TemplateValue {
        [
            "name": .text(RoundForm.name(of: figure)),
            "title": .text(figure.title),
            "code": .text(figure.measure),
            "period": .text(figure.period.shortLabel),
            "due": .text(figure.dueOn.label),
            "owner": figure.owner.template,
            "officers": offer.officers.names(covering: figure.ownership).template,
            "reason": (figure.hindrance?.words).template,
            "ticked": .flag(ticked.contains(figure.name)),
        ]
    }
}
