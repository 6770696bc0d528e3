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
        unsafe extracting(range).withUnsafeBytes { bytes in
            var place = 0
            while bytes.count - place >= 8 {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                // A tab is a control character, and allowed.
                if word.hasControl {
                    for index in place..<(place + 8) {
                        guard unsafe bytes[index].isFieldContent else { return false }
                    }
                }
                place += 8
            }
            while place < bytes.count {
                guard unsafe bytes[place].isFieldContent else { return false }
                place += 1
            }
            return true
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
    func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count {
            let wanted = unsafe text.utf8Start[offset]
            guard self[range.lowerBound + offset].lowercased == wanted else { return false }
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
