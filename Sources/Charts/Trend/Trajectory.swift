extension TrendChart {
    /// A target that moves: a path through what is to be reached, and when.
    public struct Trajectory: Equatable, Sendable {
        /// What is to be reached at a moment.
        public struct Milestone: Equatable, Sendable {
            /// The moment, counted in periods from the chart's first, which is zero.
            public let position: Double
            /// What is to be reached.
            public let figure: PlottedFigure
            /// The moment in words: `March 2028`.
            public let moment: String

            /// What is to be reached at `position`.
            ///
            /// - Parameters:
            ///   - figure: What is to be reached.
            ///   - position: The moment, counted in periods from the chart's first. It may lie
            ///     between two periods, before the first or after the last.
            ///   - moment: The moment in words: `March 2028`.
            public init(_ figure: PlottedFigure, at position: Double, _ moment: String) {
                self.figure = figure
                self.position = position
                self.moment = moment
            }
        }

        /// What the path is called: `Target`.
        public let name: String
        /// What is to be reached, earliest first.
        public let milestones: [Milestone]

        /// The path called `name` through `milestones`; those that cannot be drawn are left out.
        public init(_ name: String, _ milestones: [Milestone]) {
            self.name = name
            self.milestones = milestones.filter {
                $0.position.isDrawable && $0.figure.value.isDrawable
            }.sorted { $0.position < $1.position }
        }
    }
}

/// A place in a chart over time, before the chart has a size.
struct Moment: Equatable {
    /// How many periods after the first it is.
    let position: Double
    let value: Double
}

extension TrendChart.Trajectory {
    /// The part of the path from `0` to `last`, cut where it enters and leaves.
    func path(upTo last: Int) -> [Moment] {
        let room = 0...Double(max(last, 0))
        let moments = milestones.map { Moment(position: $0.position, value: $0.figure.value) }
        var path = moments.prefix(1).filter { room.contains($0.position) }
        for (start, end) in zip(moments, moments.dropFirst()) {
            guard start.position <= room.upperBound, end.position >= room.lowerBound else {
                continue
            }
            let cut = [start, end].map { $0.moved(into: room, along: start, end) }
            if path.last != cut[0] { path.append(cut[0]) }
            if path.last != cut[1] { path.append(cut[1]) }
        }
        return path
    }

    /// The milestones on the part of the path from `0` to `last`.
    func milestones(upTo last: Int) -> [Moment] {
        milestones.map { Moment(position: $0.position, value: $0.figure.value) }
            .filter { (0...Double(max(last, 0))).contains($0.position) }
    }

    /// What is to be reached and when, in words.
    var words: String {
        name.lowercasedFirst + " "
            + milestones.map { $0.figure.text + " by " + $0.moment }.inWords
    }
}

extension Moment {
    /// The moment, or where the straight line from `start` to `end` crosses into `room`.
    fileprivate func moved(
        into room: ClosedRange<Double>, along start: Moment, _ end: Moment
    ) -> Moment {
        guard !room.contains(position), end.position > start.position else { return self }
        let kept = min(max(position, room.lowerBound), room.upperBound)
        let share = (kept - start.position) / (end.position - start.position)
        return Moment(
            position: kept, value: start.value + (end.value - start.value) * share)
    }
}
