import Glibc

extension ConfidenceInterval {
    /// The interval of a count of events, for rates: exact below ten, Byar's approximation from ten.
    ///
    /// It is the choice of English public health statistics. N. E. Breslow and
    /// N. E. Day, Statistical Methods in Cancer Research II (1987), 69.
    public init?(ofCount count: Double, _ level: ConfidenceLevel = .ninetyFive) {
        guard count >= 0, count.isFinite else { return nil }
        if count < 10 {
            guard count == count.rounded() else { return nil }
            self = Self.exact(Int(count), tail: level.tail)
        } else {
            self = Self.byar(count, deviate: level.deviate)
        }
    }

    /// The interval of a rate: events in a population, per so many.
    public init?(
        ofRate numerator: Double, in denominator: Double, per multiplier: Double,
        _ level: ConfidenceLevel = .ninetyFive
    ) {
        guard denominator > 0, let count = ConfidenceInterval(ofCount: numerator, level) else {
            return nil
        }
        self = count.scaled(by: multiplier / denominator)
    }

    static func byar(_ count: Double, deviate: Double) -> ConfidenceInterval {
        func end(_ count: Double, _ deviate: Double) -> Double {
            let root = 1 - 1 / (9 * count) + deviate / (3 * count.squareRoot())
            return count * root * root * root
        }
        return ConfidenceInterval(lower: end(count, -deviate), upper: end(count + 1, deviate))
    }

    /// The means under which a count so high, or so low, leaves just the tail.
    private static func exact(_ count: Int, tail: Double) -> ConfidenceInterval {
        ConfidenceInterval(
            lower: count == 0 ? 0 : mean(where: 1 - tail, isChanceOfAtMost: count - 1),
            upper: mean(where: tail, isChanceOfAtMost: count))
    }

    /// The Poisson mean under which at most `count` events have this chance, by halving.
    private static func mean(where chance: Double, isChanceOfAtMost count: Int) -> Double {
        // Under ten events no bound at these levels lies above 40.
        var (low, high) = (0.0, 40.0)
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { return middle }
            if chanceOfAtMost(count, mean: middle) > chance { low = middle } else { high = middle }
        }
    }

    private static func chanceOfAtMost(_ count: Int, mean: Double) -> Double {
        var term = exp(-mean)
        var sum = term
        for events in stride(from: 1, through: count, by: 1) {
            term *= mean / Double(events)
            sum += term
        }
        return sum
    }
}
