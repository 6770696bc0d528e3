/// Texts that are nearly a given one: with bytes left out, put in, or repeated.
struct Mutations {
    /// What is put in: what means something in a template, and what is no text at all.
    private static let pieces: [[UInt8]] =
        ["{{", "}}", "{", "}", "#", "^", "/", ">", "<", "$", "=", "|", "*", ".", "&", "!", " "]
        .map { Array($0.utf8) } + [[10], [13, 10], [0], [0xFF], [0xC3]]

    /// The same on every run, so that what fails once can be found again.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A text one to four changes away.
    mutating func mutation(of text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...number(below: 4) {
            let start = number(below: bytes.count + 1)
            let end = min(bytes.count, start + number(below: 4))
            switch number(below: 3) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            default:
                bytes.insert(
                    contentsOf: Self.pieces[number(below: Self.pieces.count)], at: start)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number by the linear congruences of Knuth's MMIX.
    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
