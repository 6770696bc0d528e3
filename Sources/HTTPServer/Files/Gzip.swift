import CZlib

/// Compresses with zlib, its memory kept from one use to the next.
///
/// Belongs to one thread.
@safe final class Gzip {
    private var stream = unsafe z_stream()
    private let isReady: Bool

    /// Creates a compressor; level 1 for what is made anew each time, 9 for what is kept.
    init(level: Int32) {
        unsafe isReady =
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { unsafe deflateEnd(&stream) }
    }

    /// The bytes as a gzip member, or `nil` if that is not shorter.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard isReady, bytes.count < Int(UInt32.max), unsafe deflateReset(&stream) == Z_OK else {
            return nil
        }
        var isWhole = false
        let room = bytes.count
        let result = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(room)
                unsafe isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                unsafe count = room - Int(stream.avail_out)
            }
        }
        return isWhole ? result : nil
    }
}
