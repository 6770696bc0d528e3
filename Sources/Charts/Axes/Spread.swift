/// Labels along one direction that would lie on each other, moved apart as little as it takes.
struct Spread {
    /// A label: where its middle belongs, and how much room it takes.
    struct Label {
        let middle: Double
        let size: Double
    }

    /// A group of labels that touch, each told from where the first of all would stand.
    private struct Group {
        var sum: Double
        var count: Int
        var mean: Double { sum / Double(count) }
    }

    /// Where the middles go, in the order the labels were given.
    let middles: [Double]

    /// The places of `labels` inside `room`, in the order of their middles.
    ///
    /// Labels that touch share their displacement: the group stands around its own mean.
    init(_ labels: [Label], in room: ClosedRange<Double>) {
        let order = labels.indices.sorted { labels[$0].middle < labels[$1].middle }
        var offsets: [Double] = []
        for (place, index) in order.enumerated() {
            let before = place > 0 ? labels[order[place - 1]].size / 2 + labels[index].size / 2 : 0
            offsets.append((offsets.last ?? 0) + before)
        }
        var groups: [Group] = []
        for (place, index) in order.enumerated() {
            var group = Group(sum: labels[index].middle - offsets[place], count: 1)
            while let last = groups.last, last.mean > group.mean {
                group = Group(sum: last.sum + group.sum, count: last.count + group.count)
                groups.removeLast()
            }
            groups.append(group)
        }
        let shifts = groups.flatMap { Array(repeating: $0.mean, count: $0.count) }
        var middles = labels.map(\.middle)
        for (place, index) in order.enumerated() {
            guard let last = order.last, let end = offsets.last else { break }
            let lowest = room.lowerBound + labels[order[0]].size / 2
            let highest = room.upperBound - labels[last].size / 2 - end
            middles[index] = max(lowest, min(shifts[place], highest)) + offsets[place]
        }
        self.middles = middles
    }
}
