/// The texts of a column, each kept once and known by its number.
///
/// A column of a million cells has a few hundred texts: a cell is compared with the one before it
/// and then looked up by a hash of its bytes, and a text is made of a number only where one is
/// asked for.
struct InternedTexts {
    /// How many texts there are; they are numbered from 0.
    private(set) var count = 0
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []
    /// The numbers of the texts, each at the place of its hash or the next free one; -1 is free.
    private var places = [Int32](repeating: -1, count: 64)
    private var last = 0

    /// The number of a text that is part of some bytes, the next one if it is new.
    mutating func number(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Int {
        let text = bytes.span.extracting(range)
        if last < count, isSame(text, last) { return last }
        let hash = Self.hash(text)
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] >= 0 {
            let number = Int(places[place])
            if hashes[number] == hash, isSame(text, number) {
                last = number
                return number
            }
            place = (place + 1) & (places.count - 1)
        }
        places[place] = Int32(truncatingIfNeeded: count)
        add(text, hash)
        return last
    }

    /// The text of a number; `nil` if it is not UTF-8 or has a NUL in it.
    func text(_ number: Int) -> String? {
        let text = bytes[starts[number]..<starts[number + 1]]
        return text.contains(0) ? nil : String(validating: text, as: UTF8.self)
    }

    private mutating func add(_ text: Span<UInt8>, _ hash: UInt64) {
        for place in text.indices { bytes.append(text[place]) }
        starts.append(bytes.count)
        hashes.append(hash)
        last = count
        count += 1
        if count * 2 > places.count { grow() }
    }

    private mutating func grow() {
        places = [Int32](repeating: -1, count: places.count * 2)
        for number in 0..<count {
            var place = Int(truncatingIfNeeded: hashes[number]) & (places.count - 1)
            while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
            places[place] = Int32(truncatingIfNeeded: number)
        }
    }

    private func isSame(_ text: Span<UInt8>, _ number: Int) -> Bool {
        let start = starts[number]
        guard text.count == starts[number + 1] - start else { return false }
        let other = bytes.span.extracting(start..<start + text.count)
        // Texts of a column differ at their ends sooner than at their beginnings.
        var place = text.count
        while place > 0 {
            place &-= 1
            if text[place] != other[place] { return false }
        }
        return true
    }

    /// FNV-1a, with its high bits brought down to where the place is taken from.
    private static func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in text.indices {
            hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01b3
        }
        return hash ^ hash >> 29
    }
}
