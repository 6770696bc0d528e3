import Testing

@testable import HTTPServer

@Suite struct ContentHashTests {
    struct Name: Hashable {
        let high: UInt64
        let low: UInt64

        init(_ bytes: [UInt8]) {
            var hash = ContentHash()
            hash.absorb(bytes.span)
            (high, low) = hash.value
        }

        func distance(to other: Name) -> Int {
            (high ^ other.high).nonzeroBitCount + (low ^ other.low).nonzeroBitCount
        }
    }

    /// Bytes without a pattern, the same each time.
    static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 88_172_645_463_325_252
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
    }

    @Test(arguments: [1, 7, 8, 9, 31, 32, 33, 64, 150])
    func `every bit changes about half the name`(_ count: Int) {
        for bytes in [Self.noise(count), [UInt8](repeating: 0, count: count)] {
            let name = Name(bytes)
            var names: Set<Name> = [name]
            var sum = 0
            for bit in 0..<count * 8 {
                var other = bytes
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                let changed = Name(other)
                names.insert(changed)
                let distance = name.distance(to: changed)
                // Of 128 coins, fewer than 30 or more than 98 heads: once in 10 to the 9th.
                #expect((30...98).contains(distance), "bit \(bit)")
                sum += distance
            }
            #expect(names.count == count * 8 + 1)
            #expect((58...70).contains(sum / (count * 8)))
        }
    }

    @Test func `zeros of each length have a name of their own`() {
        let names = Set((0...300).map { Name([UInt8](repeating: 0, count: $0)) })
        #expect(names.count == 301)
    }

    @Test func `words that change places change the name`() {
        let bytes = Self.noise(160)
        var names: Set<Name> = [Name(bytes)]
        for first in 0..<20 {
            for second in 0..<first {
                var other = bytes
                for index in 0..<8 { other.swapAt(first * 8 + index, second * 8 + index) }
                names.insert(Name(other))
            }
        }
        #expect(names.count == 191)
    }

    @Test func `many short texts that are alike do not collide, nor does half of a name`() {
        var names: Set<Name> = []
        var halves: Set<UInt64> = []
        for number in 0..<200_000 {
            var text: [UInt8] = []
            text.append("/measures/")
            text.append(decimal: number)
            let name = Name(text)
            names.insert(name)
            halves.insert(name.high)
        }
        #expect(names.count == 200_000)
        #expect(halves.count == 200_000)
    }

    @Test func `pieces have the name of the whole`() {
        let bytes = Self.noise(200)
        var hash = ContentHash()
        for start in stride(from: 0, to: 200, by: 64) {
            hash.absorb(bytes.span.extracting(start..<min(200, start + 64)))
        }
        #expect(EntityTag.text(hash) == EntityTag.text(of: bytes))
    }
}
