internal import CZlib

/// Inflates a gzip file (RFC 1952) with zlib as its bytes come, piece by piece.
///
/// zlib checks each member's CRC-32 and length. Belongs to one thread. A class, because zlib keeps
/// the address of its stream.
@safe public final class GzipInflation {
    private var stream = unsafe z_stream()
    private var input: [UInt8]
    /// What of the input is not yet inflated.
    private var rest = 0..<0
    /// Whether the last byte that was read ended a member of the file.
    private var isAtEnd = false
    private var isBegun = false

    /// Begins a file, to be read in pieces of the size given.
    ///
    /// - Parameter size: The size of a piece in bytes.
    /// - Throws: If zlib has no memory.
    public init(piece size: Int = 65_536) throws(SheetError) {
        input = [UInt8](repeating: 0, count: max(size, 1))
        // 16 more than the window says that the data have gzip's frame.
        let code = unsafe inflateInit2_(
            &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw SheetError(reason: "there is no memory to inflate it") }
    }

    deinit { unsafe inflateEnd(&stream) }

    /// Fills `buffer` from `start` on with what the file inflates to.
    ///
    /// - Parameters:
    ///   - buffer: What is filled, at most to its end.
    ///   - start: Where in it.
    ///   - next: Fills a buffer with the next bytes of the file; how many, none after the last.
    /// - Returns: How many bytes came; none only after the last.
    /// - Throws: `SheetError` for bytes that are not gzip's, are damaged or end too soon.
    public func read(
        into buffer: inout [UInt8], at start: Int, from next: (inout [UInt8]) throws -> Int
    ) throws -> Int {
        while start < buffer.count {
            if rest.isEmpty {
                rest = 0..<min(try next(&input), input.count)
                if rest.isEmpty {
                    guard isAtEnd else { throw SheetError(reason: Self.cutOff) }
                    return 0
                }
            }
            if isAtEnd { try beginMember() }
            let came = try inflate(into: &buffer, at: start)
            if came > 0 { return came }
        }
        return 0
    }

    private static let cutOff =
        "the file ends too soon, so it is cut off; copy or fetch it again"

    /// A file may have several members, one after the other.
    private func beginMember() throws(SheetError) {
        guard unsafe inflateReset(&stream) == Z_OK else { throw damaged }
        isAtEnd = false
    }

    private func inflate(into buffer: inout [UInt8], at start: Int) throws(SheetError) -> Int {
        let room = min(buffer.count - start, 1 << 30)
        var code = Z_OK
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe buffer.withUnsafeMutableBufferPointer { output in
                guard let from = input.baseAddress, let to = output.baseAddress else { return }
                unsafe stream.next_in = from + rest.lowerBound
                unsafe stream.avail_in = UInt32(rest.count)
                unsafe stream.next_out = to + start
                unsafe stream.avail_out = UInt32(room)
                unsafe code = CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        rest = unsafe rest.upperBound - Int(stream.avail_in)..<rest.upperBound
        let came = unsafe room - Int(stream.avail_out)
        isAtEnd = code == Z_STREAM_END
        // Z_BUF_ERROR says only that more input is needed.
        guard isAtEnd || code == Z_OK || (code == Z_BUF_ERROR && rest.isEmpty) else {
            throw isBegun ? damaged : SheetError(reason: "this is not a gzip file")
        }
        isBegun = isBegun || came > 0 || isAtEnd
        return came
    }

    private var damaged: SheetError {
        SheetError(reason: "the file is damaged (it does not inflate); copy or fetch it again")
    }
}
