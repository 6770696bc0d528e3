import Scorecard

/// A measure that does not stand as it did when the period before ended.
struct StandingShift {
    let now: Standing
    let before: Standing

    /// Compares how a measure stands; `nil` where there is no new figure and no other status.
    init?(_ now: Standing, before: Standing) {
        self.now = now
        self.before = before
        guard hasNewFigure || hasOtherStatus else { return nil }
    }

    /// Whether the latest figure is for another period.
    var hasNewFigure: Bool { now.latest?.period != before.latest?.period }

    /// Whether the rating is another.
    var hasOtherStatus: Bool { now.judgement.status != before.judgement.status }

    /// Those among measures that stand otherwise than before, the worst rating first.
    static func all(of standings: [Standing], before: Standings) -> [StandingShift] {
        let shifts = standings.compactMap { standing in
            before[standing.measure.id].flatMap { StandingShift(standing, before: $0) }
        }
        return TargetStatus.allCases.flatMap { status in
            shifts.filter { $0.now.judgement.status == status }
        }
    }
}

extension StandingShift {
    /// What happened in a sentence or two.
    ///
    /// For example: `82.4% for 2024/25, was 85.0%. Was: close to target.`
    var words: String {
        var words = ""
        if hasNewFigure, let latest = now.latest, let text = now.latestText {
            words = "\(text) \(latest.period.inSentence)"
            if let earlier = before.latestText { words += ", was \(earlier)" }
            words += ". "
        }
        let status = before.judgement.status.words.lowercased()
        if hasOtherStatus { return words + "Was: \(status)." }
        return now.judgement.status.isJudged ? words + "Still \(status)." : words
    }
}
