import Charts
import Mustache

/// Made-up figures of several measures beside those of all councils.
enum SpineExampleSection {
    static var spine: TemplateValue {
        let councils = Spine.Councils(
            lowest: 41, lowerQuarter: 60, upperQuarter: 70, highest: 82)
        let waiting = Spine.Councils(lowest: 4, lowerQuarter: 11, upperQuarter: 19, highest: 36)
        return [
            "rows": [
                row(
                    "Children who have a library card (higher is better)", "68.3%", "65.5%",
                    Spine(68.3, .better, centre: 65.5, councils: councils, highIsGood: true)),
                row(
                    "Children in a reading club (higher is better)", "64.9%", "65.5%",
                    Spine(64.9, .similar, centre: 65.5, councils: councils, highIsGood: true)),
                row(
                    "Days to wait for a library card (lower is better)", "24.0", "15.0",
                    Spine(24, .worse, centre: 15, councils: waiting, highIsGood: false)),
            ]
        ]
    }

    private static func row(
        _ name: String, _ local: String, _ country: String, _ spine: Spine
    ) -> TemplateValue {
        [
            "name": .text(name), "local": .text(local), "country": .text(country),
            "words": .text(words(spine.kind)), "drawing": .drawing(spine),
        ]
    }

    private static func words(_ kind: Spine.Kind) -> String {
        switch kind {
        case .better: "Better"
        case .similar: "Similar"
        case .worse: "Worse"
        }
    }
}
