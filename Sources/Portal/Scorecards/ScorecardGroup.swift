/// Measures that a scorecard shows under one heading.
struct ScorecardGroup {
    let heading: String
    /// The level and number that the strategy gives the heading: `Priority 2`.
    let level: String?
    let lines: [ScorecardLine]
}

extension [ScorecardGroup] {
    /// Groups lines by their objective or heading; those that return join the group they began.
    init(_ lines: [ScorecardLine]) {
        var places: [ScorecardGroup.Key: Int] = [:]
        var gathered: [(first: ScorecardLine, lines: [ScorecardLine])] = []
        for line in lines {
            let key = ScorecardGroup.Key(objective: line.objective, heading: line.heading)
            if let place = places[key] {
                gathered[place].lines.append(line)
            } else {
                places[key] = gathered.count
                gathered.append((line, [line]))
            }
        }
        self = gathered.map { first, lines in
            let level = first.level.map { level in
                first.number.map { "\(level) \($0)" } ?? level
            }
            return ScorecardGroup(
                heading: first.objectiveTitle ?? first.heading ?? "Whole strategy",
                level: level, lines: lines)
        }
    }
}

extension ScorecardGroup {
    fileprivate struct Key: Hashable {
        let objective: Int64?
        let heading: String?

        init(objective: Int64?, heading: String?) {
            self.objective = objective
            self.heading = objective == nil ? heading : nil
        }
    }
}
