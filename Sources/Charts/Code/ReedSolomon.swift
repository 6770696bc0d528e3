/// The error correction of a block of codewords: a Reed–Solomon code over the field of 256.
struct ReedSolomon {
    /// The generator polynomial, from its highest coefficient, which is 1.
    let generator: [UInt8]

    /// The code that adds so many codewords to a block.
    init(checkCodewords count: Int) {
        var generator: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            let shifted = generator.map { Self.product($0, root) }
            generator.append(0)
            for (index, coefficient) in shifted.enumerated() { generator[index + 1] ^= coefficient }
            root = Self.product(root, 2)
        }
        self.generator = generator
    }

    /// The codewords that go with `data`: what is left when it is divided by the generator.
    func checkCodewords(of data: [UInt8]) -> [UInt8] {
        var remainder = Array(repeating: UInt8(0), count: generator.count - 1)
        for codeword in data {
            remainder.append(0)
            let factor = codeword ^ remainder.removeFirst()
            for index in remainder.indices {
                remainder[index] ^= Self.product(generator[index + 1], factor)
            }
        }
        return remainder
    }

    /// The product of two elements of the field, modulo x⁸ + x⁴ + x³ + x² + 1.
    static func product(_ first: UInt8, _ second: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) &* 0b0001_1101
            if second >> UInt8(bit) & 1 == 1 { product ^= first }
        }
        return product
    }
}
