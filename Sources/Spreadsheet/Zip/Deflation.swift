import CZlib

/// Compresses one part of an archive after another with zlib, as raw DEFLATE (RFC 1951).
///
/// Belongs to one thread. Only one part can be open at a time.
@safe final class Deflation {
    /// The CRC-32 of what went in since the part began.
    private(set) var checksum: UInt32 = 0
    /// How many bytes went in since the part began.
    private(set) var size = 0

    private var stream = unsafe z_stream()
    private let isReady: Bool

    init() {
        // Negative window bits ask for DEFLATE without a frame (zlib's manual).
        unsafe isReady =
            deflateInit2_(
                &stream, Self.level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { unsafe deflateEnd(&stream) }
    }

    /// Begins a part.
    func begin() {
        checksum = 0
        size = 0
        if isReady { unsafe deflateReset(&stream) }
    }

    /// Appends to `output` what comes out for the next piece of the part, all of it after the last.
    ///
    /// - Returns: False if zlib fails.
    func add(_ piece: [UInt8], isLast: Bool, to output: inout [UInt8]) -> Bool {
        guard isReady, piece.count <= Int(UInt32.max) else { return false }
        size += piece.count
        let flush = isLast ? Z_FINISH : Z_NO_FLUSH
        return unsafe piece.withUnsafeBufferPointer { input in
            unsafe checksum = UInt32(
                truncatingIfNeeded: crc32(
                    UInt(checksum), input.baseAddress, UInt32(clamping: input.count)))
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(clamping: input.count)
            while true {
                let (code, isFull) = fill(&output, flush)
                if code == Z_STREAM_END { return true }
                guard code == Z_OK || code == Z_BUF_ERROR else { return false }
                if !isFull { return !isLast }
            }
        }
    }

    /// Appends what comes out, up to some length; true if that was reached and there may be more.
    private func fill(_ output: inout [UInt8], _ flush: Int32) -> (code: Int32, isFull: Bool) {
        let room = 16_384
        var code = Z_OK
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(room)
            unsafe code = deflate(&stream, flush)
            unsafe count = room - Int(stream.avail_out)
        }
        output.append(contentsOf: piece)
        return (code, piece.count == room)
    }

    /// XML repeats itself so much that higher levels save little and take twice the time.
    private static let level: Int32 = 3
}
