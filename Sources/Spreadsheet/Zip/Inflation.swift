import CZlib

/// Inflates raw deflate data (RFC 1951) with zlib, piece by piece.
///
/// Belongs to one thread. A class, because zlib keeps the address of its stream.
@safe final class Inflation {
    private var stream = unsafe z_stream()
    private var isEnded = false

    /// `nil` if zlib has no memory.
    init?() {
        let code = unsafe inflateInit2_(
            &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return nil }
    }

    deinit { unsafe inflateEnd(&stream) }

    /// Fills `buffer` from `start` on with what the bytes `rest` of the file inflate to, which are
    /// taken off it.
    ///
    /// - Returns: how many bytes came, none only after the last; `nil` if the data are damaged.
    func read(
        _ file: [UInt8], _ rest: inout Range<Int>, into buffer: inout [UInt8], at start: Int
    ) -> Int? {
        guard !isEnded else { return 0 }
        let given = min(rest.count, 1 << 30)
        let room = min(buffer.count - start, 1 << 30)
        var code = Z_OK
        unsafe file.withUnsafeBufferPointer { input in
            unsafe buffer.withUnsafeMutableBufferPointer { output in
                guard let from = input.baseAddress, let to = output.baseAddress else { return }
                unsafe stream.next_in = UnsafeMutablePointer(mutating: from + rest.lowerBound)
                unsafe stream.avail_in = UInt32(given)
                unsafe stream.next_out = to + start
                unsafe stream.avail_out = UInt32(room)
                unsafe code = inflate(&stream, Z_NO_FLUSH)
            }
        }
        let left = unsafe Int(stream.avail_in)
        let came = unsafe room - Int(stream.avail_out)
        rest = rest.lowerBound + given - left..<rest.upperBound
        isEnded = code == Z_STREAM_END
        // Without its end and without progress the data are cut off.
        guard isEnded || (code == Z_OK && came > 0) else { return nil }
        return came
    }

    /// The CRC-32 of some bytes after others that had `previous`, or 0 at the start.
    static func checksum(
        of bytes: [UInt8], _ range: Range<Int>, after previous: UInt32
    ) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { pointer in
            let part = unsafe UnsafeBufferPointer(rebasing: pointer[range])
            return unsafe UInt32(
                truncatingIfNeeded: crc32(
                    UInt(previous), part.baseAddress, UInt32(clamping: part.count)))
        }
    }
}
