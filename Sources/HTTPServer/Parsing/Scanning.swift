import Glibc

extension Span<UInt8> {
    /// The place of the next line feed, searched with the C library's vectors.
    func lineFeed(from start: Int) -> Int? {
        unsafe withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, 10, bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Whether all bytes in a range may stand in a field's value (RFC 9110, 5.5).
    func isFieldContent(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while range.upperBound - place >= 8 {
            if word(at: place).hasControl {
                guard (place..<(place + 8)).allSatisfy({ self[$0].isFieldContent }) else {
                    return false
                }
            }
            place += 8
        }
        while place < range.upperBound {
            guard self[place].isFieldContent else { return false }
            place += 1
        }
        return true
    }

    private func word(at place: Int) -> UInt64 {
        precondition(place >= 0 && place + 8 <= count)
        return unsafe withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        }
    }

    /// The range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// A copy of the bytes in a range.
    func array(_ range: Range<Int>) -> [UInt8] {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// The text of the bytes in a range.
    func text(_ range: Range<Int>) -> String {
        unsafe extracting(range).withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }

    /// Appends the bytes in a range to `bytes`.
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Whether the bytes in a range are `text`, which is in lower case, in any case.
    func equals(_ range: Range<Int>, _ text: String) -> Bool {
        guard range.count == text.utf8.count else { return false }
        var index = range.lowerBound
        for byte in text.utf8 {
            guard self[index].lowercased == byte else { return false }
            index += 1
        }
        return true
    }
}

extension UInt64 {
    /// Whether one of its eight bytes is below 32, or 127; all eight are looked at in one go.
    fileprivate var hasControl: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let delete = self ^ (ones &* 127)
        let found = ((self &- (ones &* 32)) & ~self) | ((delete &- ones) & ~delete)
        return found & (ones &* 128) != 0
    }
}
