/// An input as a source of choices: numbers and texts taken off its beginning, noughts when
/// nothing is left.
struct Material {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isEmpty: Bool { rest.isEmpty }

    mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    mutating func number(below limit: Int) -> Int { Int(byte()) % limit }

    /// Eight bytes as a number, however large.
    mutating func integer() -> Int {
        var number: UInt64 = 0
        for _ in 0..<8 { number = number << 8 | UInt64(byte()) }
        return Int(truncatingIfNeeded: number)
    }

    mutating func choice<Value>(of values: [Value]) -> Value {
        values[number(below: values.count)]
    }

    /// The text up to the next byte of the value 0x1F or 0x1E, which is taken too.
    mutating func text() -> String {
        let part = rest.prefix { $0 != 0x1F && $0 != 0x1E }
        rest = rest.dropFirst(part.count + 1)
        return String(decoding: part, as: UTF8.self)
    }

    /// All that is left, as text.
    mutating func allText() -> String {
        defer { rest = [] }
        return String(decoding: rest, as: UTF8.self)
    }
}

/// Equal byte for byte: `==` takes different spellings of a letter for one.
func areSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
}

/// Equal byte for byte, text for text.
func areSame(_ one: [String], _ other: [String]) -> Bool {
    one.elementsEqual(other) { areSame($0, $1) }
}
