import CZlib

/// What gzip made of it, undone; `nil` if it is broken, not whole, or more than that.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard
        unsafe inflateInit2_(
            &stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var result: [UInt8] = []
    var code = Z_OK
    var rest: UInt32 = 0
    unsafe bytes.withUnsafeBufferPointer { input in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        while code == Z_OK {
            result += unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { output, count in
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = 65_536
                unsafe code = inflate(&stream, Z_NO_FLUSH)
                unsafe count = 65_536 - Int(stream.avail_out)
            }
        }
        unsafe rest = stream.avail_in
    }
    return code == Z_STREAM_END && rest == 0 ? result : nil
}
