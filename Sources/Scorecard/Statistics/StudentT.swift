import Glibc

/// Student's t distribution, for ranges from few figures.
///
/// Student, Biometrika 6 (1908), 1 to 25. Its tail is half the regularised incomplete beta
/// function of ν ÷ (ν + t²) with ν ÷ 2 and ½: NIST Digital Library of Mathematical Functions,
/// 8.17, and M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.1.
struct StudentT {
    /// Figures less what was estimated from them; above 0.
    let degreesOfFreedom: Double

    /// The chance of more than `deviate`.
    func tail(above deviate: Double) -> Double {
        let square = deviate * deviate
        let sum = degreesOfFreedom + square
        let tail =
            square.isFinite
            ? RegularisedBeta(degreesOfFreedom / 2, 0.5)
                .value(at: degreesOfFreedom / sum, complement: square / sum) / 2 : 0
        return deviate < 0 ? 1 - tail : tail
    }

    /// The deviate that leaves this chance above it; the chance lies between 0 and ½.
    ///
    /// Newton's method climbs to it from 0. Above 0 the tail is convex, so that no step
    /// overshoots, and the first that does not rise has arrived.
    func deviate(leaving chance: Double) -> Double {
        var deviate = 0.0
        for _ in 0..<1_000 {
            let next = deviate + (tail(above: deviate) - chance) / density(at: deviate)
            guard next > deviate else { break }
            deviate = next
        }
        return deviate
    }

    /// How thick the distribution is at a deviate.
    private func density(at deviate: Double) -> Double {
        let half = degreesOfFreedom / 2
        let scale = exp(logGamma(half + 0.5) - logGamma(half)) / (2 * half * .pi).squareRoot()
        return scale * exp(-(half + 0.5) * log1p(deviate * deviate / degreesOfFreedom))
    }
}

/// The logarithm of the gamma function.
private func logGamma(_ value: Double) -> Double { lgamma(value).0 }

/// The regularised incomplete beta function.
struct RegularisedBeta {
    private let a: Double
    private let b: Double

    /// The function of two shapes, both above 0.
    init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
    }

    /// The value at a share of one; what is left of one is given too, so that no places are lost.
    func value(at share: Double, complement: Double) -> Double {
        guard share > 0 else { return 0 }
        guard complement > 0 else { return 1 }
        let scale = exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(share) + b * log(complement))
        // The fraction closes fast below the mean of the distribution; above it, its mirror does.
        return share < (a + 1) / (a + b + 2)
            ? scale * Self.fraction(a, b, share) / a
            : 1 - scale * Self.fraction(b, a, complement) / b
    }

    /// The continued fraction of the NIST library's 8.17.22.
    ///
    /// It is worked out by the method of W. J. Lentz, Applied Optics 15 (1976), 668 to 671, as
    /// I. J. Thompson and A. R. Barnett changed it, Journal of Computational Physics 64 (1986),
    /// 490 to 509.
    private static func fraction(_ a: Double, _ b: Double, _ share: Double) -> Double {
        // Terms that vanish are kept just off nothing, to be divided by.
        func kept(_ term: Double) -> Double { abs(term) < 1e-300 ? 1e-300 : term }
        var numerator = 1.0
        var denominator = 1 / kept(1 - (a + b) * share / (a + 1))
        var product = denominator
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m))
            denominator = 1 / kept(1 + even * denominator)
            numerator = kept(1 + even / numerator)
            product *= denominator * numerator
            let odd = -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1))
            denominator = 1 / kept(1 + odd * denominator)
            numerator = kept(1 + odd / numerator)
            let change = denominator * numerator
            product *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return product
    }
}
