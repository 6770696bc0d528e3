import Mustache
import Scorecard

/// What young people said, what was promised, and what was done, side by side.
struct PromisesPage: Page {
    static let template = "voice/promises"
    let section: Section? = .voice
    let address: String? = "/voice/you-said-we-will"
    let summary = "What young people told us, what we promised, and what we did."
    /// The promises, strategy by strategy.
    let promises: [Promise]
    let today: Day

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.voice].template,
            "strategies": .list(strategies.enumerated().map(values)),
        ]
    }

    private var strategies: [[Promise]] {
        var strategies: [[Promise]] = []
        for promise in promises {
            if strategies.last?.first?.strategySlug == promise.strategySlug {
                strategies[strategies.count - 1].append(promise)
            } else {
                strategies.append([promise])
            }
        }
        return strategies
    }

    private func values(_ index: Int, _ promises: [Promise]) -> TemplateValue {
        [
            "id": .text("plan-\(index + 1)"),
            "title": .text(promises.first?.strategyTitle ?? ""),
            "href": .text(Links.strategy(promises.first?.strategySlug ?? "")),
            "promises": .list(promises.map { $0.values(on: today) }),
        ]
    }
}

extension Promise {
    /// What was said, what was promised and what was done, as on a day.
    func values(on today: Day) -> TemplateValue {
        let done = done?.items ?? []
        let promised = weWill?.items ?? []
        return [
            "title": .text(title),
            "youSaid": youSaid.template,
            "evidence": evidence.template,
            "evidenceFrom": evidenceFrom.template,
            "weWill": .list(promised.map { .text($0) }),
            "hasWeWill": .flag(!promised.isEmpty),
            "done": .list(done.map { .text($0) }),
            "hasDone": .flag(!done.isEmpty),
            "doneDate": doneDate.template,
            "due": due(on: today).template,
            "measureHref": measureSlug.map(Links.measure).template,
            "measureTitle": measureTitle.template,
        ]
    }

    /// Who printed the figure behind what was said, and when it is from.
    var evidenceFrom: String? {
        guard evidence != nil else { return nil }
        let parts = [sourceDocument, evidenceDate].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// When there is to be more to say.
    func due(on today: Day) -> String? {
        updateDue.map { day in
            day < today ? "It was due on \(day.label)." : "Next due \(day.label)."
        }
    }
}
