extension UInt8 {
    static let newline = UInt8(ascii: "\n")

    /// Whether it is a space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether it separates words.
    var isWhitespace: Bool { isBlank || self == .newline || self == UInt8(ascii: "\r") }
}

extension [UInt8] {
    /// Whether `bytes` are at `offset`.
    func has(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset + bytes.count <= count else { return false }
        for index in bytes.indices where self[offset + index] != bytes[index] { return false }
        return true
    }

    /// Where `bytes` are next.
    func next(_ bytes: [UInt8], from start: Int) -> Int? {
        guard let first = bytes.first, start + bytes.count <= count else { return nil }
        for offset in start...(count - bytes.count)
        where self[offset] == first && has(bytes, at: offset) {
            return offset
        }
        return nil
    }

    /// The range without the whitespace at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, self[first].isWhitespace { range.removeFirst() }
        while let last = range.last, self[last].isWhitespace { range.removeLast() }
        return range
    }

    /// The first place from `start` on that is neither space nor tab.
    func afterBlanks(from start: Int) -> Int {
        var offset = start
        while offset < count, self[offset].isBlank { offset += 1 }
        return offset
    }

    /// The start of the line, if there are only blanks between it and `offset`.
    func lineStart(before offset: Int) -> Int? {
        var start = offset
        while start > 0, self[start - 1].isBlank { start -= 1 }
        return start == 0 || self[start - 1] == .newline ? start : nil
    }

    /// The start of the next line, or the end, if there are only blanks between it and `offset`.
    func lineEnd(after offset: Int) -> Int? {
        let end = afterBlanks(from: offset)
        if end == count { return end }
        if self[end] == .newline { return end + 1 }
        return has([UInt8(ascii: "\r"), .newline], at: end) ? end + 2 : nil
    }
}
