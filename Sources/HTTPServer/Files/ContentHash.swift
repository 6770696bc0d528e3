/// A name of 128 bits for bytes, made quickly: it does not collide by chance, and is no signature.
///
/// Who chooses bytes could make two contents with one name; who only sends and asks for them
/// gains nothing by that.
///
/// Two pairs of lanes take 16 bytes each a step. A lane takes a word by exclusive or and is
/// multiplied by an odd number to its full width: the lower half, which no two words share,
/// stays, and the upper half, where every bit of the word has come, goes to the other lane of
/// the pair. So each bit of the content reaches both halves of the name.
struct ContentHash {
    /// Bytes that one step takes.
    static let step = 32

    private var left: (UInt64, UInt64)
    private var right: (UInt64, UInt64)
    private var count: UInt64 = 0

    /// Fractions of the square roots of 2, 3, 5, 7, 11 and 13, the last bit set: odd, and unlike
    /// each other.
    private static let factors: (UInt64, UInt64, UInt64, UInt64) = (
        0x6a09_e667_f3bc_c909, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1
    )
    private static let seeds: (UInt64, UInt64) = (0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f)

    init() {
        left = (Self.seeds.0, Self.seeds.1)
        right = (~Self.seeds.1, ~Self.seeds.0)
    }

    /// Takes bytes, whose number is a multiple of `step` in all calls but the last.
    mutating func absorb(_ bytes: Span<UInt8>) {
        count &+= UInt64(truncatingIfNeeded: bytes.count)
        var (left, right) = (left, right)
        var index = 0
        while bytes.count - index >= Self.step {
            let block = bytes.extracting(index..<index + Self.step)
            Self.mix(
                &left, Self.word(block, 0), Self.word(block, 8), Self.factors.0, Self.factors.1)
            Self.mix(
                &right, Self.word(block, 16), Self.word(block, 24), Self.factors.2,
                Self.factors.3)
            index += Self.step
        }
        (self.left, self.right) = (left, right)
        if index < bytes.count { absorbLast(bytes.extracting(index...)) }
    }

    /// Fewer bytes than a step, with zeros behind them; `count` tells them from zeros sent.
    private mutating func absorbLast(_ bytes: Span<UInt8>) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for index in bytes.indices {
            let byte = UInt64(bytes[index]) &<< UInt64((index % 8) * 8)
            switch index / 8 {
            case 0: words.0 |= byte
            case 1: words.1 |= byte
            case 2: words.2 |= byte
            default: words.3 |= byte
            }
        }
        Self.mix(&left, words.0, words.1, Self.factors.0, Self.factors.1)
        Self.mix(&right, words.2, words.3, Self.factors.2, Self.factors.3)
    }

    /// The name of all that was taken.
    var value: (UInt64, UInt64) {
        var result = (left.0 ^ right.1, left.1 &+ right.0)
        Self.mix(&result, count, left.0, Self.factors.2, Self.factors.3)
        for _ in 0..<3 { Self.mix(&result, right.0, right.1, Self.factors.0, Self.factors.1) }
        return result
    }

    @inline(__always)
    private static func mix(
        _ pair: inout (UInt64, UInt64), _ first: UInt64, _ second: UInt64,
        _ factor: UInt64, _ otherFactor: UInt64
    ) {
        let one = (pair.0 ^ first).multipliedFullWidth(by: factor)
        let two = (pair.1 ^ second).multipliedFullWidth(by: otherFactor)
        pair = (one.low ^ two.high, two.low &+ one.high)
    }

    /// Eight bytes in the order of their weight; the compiler makes one load of it.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
        let low =
            UInt64(bytes[at]) | UInt64(bytes[at + 1]) &<< 8 | UInt64(bytes[at + 2]) &<< 16
            | UInt64(bytes[at + 3]) &<< 24
        let high =
            UInt64(bytes[at + 4]) | UInt64(bytes[at + 5]) &<< 8 | UInt64(bytes[at + 6]) &<< 16
            | UInt64(bytes[at + 7]) &<< 24
        return low | high &<< 32
    }
}
