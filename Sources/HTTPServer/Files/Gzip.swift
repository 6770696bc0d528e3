import CZlib

/// Compresses with zlib, its memory kept from one use to the next.
///
/// Belongs to one thread.
@safe final class Gzip {
    private var stream = unsafe z_stream()
    private let isReady: Bool

    /// Creates a compressor; level 1 for what is made anew each time, 9 for what is kept.
    ///
    /// It looks back over 2 to the `window` bytes, and takes eight times as many for itself.
    init(level: Int32, window: Int32 = 15) {
        unsafe isReady =
            deflateInit2_(
                &stream, level, Z_DEFLATED, window + 16, window - 7, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
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

    /// The next piece of content that comes piece by piece, compressed, or its end for `nil`.
    ///
    /// Little may come out for what went in, or nothing: it is kept until there is enough of it.
    /// `nil` if zlib fails. After the end nothing may be added.
    func add(_ piece: [UInt8]?) -> [UInt8]? {
        guard isReady else { return nil }
        var result: [UInt8] = []
        let input = piece ?? []
        let flush = piece == nil ? Z_FINISH : Z_NO_FLUSH
        let isDone = unsafe input.withUnsafeBufferPointer { input in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(clamping: input.count)
            while true {
                let (code, isFull) = fill(&result, flush)
                if code == Z_STREAM_END { return true }
                guard code == Z_OK || code == Z_BUF_ERROR else { return false }
                if !isFull { return flush == Z_NO_FLUSH }
            }
        }
        return isDone ? result : nil
    }

    /// Appends what comes out, up to some length; true if that was reached and there may be more.
    private func fill(_ result: inout [UInt8], _ flush: Int32) -> (code: Int32, isFull: Bool) {
        let room = 16_384
        var code = Z_OK
        let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = UInt32(room)
            unsafe code = deflate(&stream, flush)
            unsafe count = room - Int(stream.avail_out)
        }
        result.append(contentsOf: output)
        return (code, output.count == room)
    }
}
