import CZlib
import Foundation

/// The parts of a ZIP archive, read by its directory only as far as tests need it.
///
/// Every local header is held against the directory, and every part against its checksum.
struct Archive {
    private(set) var names: [String] = []
    private(set) var parts: [String: [UInt8]] = [:]
    /// What is wrong.
    private(set) var faults: [String] = []

    init(_ file: [UInt8]) {
        let end = file.count - 22
        guard end >= 0, file.number(at: end) == 0x0605_4B50 else {
            faults.append("no end of the directory")
            return
        }
        var place = file.number(at: end + 16)
        for _ in 0..<file.number(at: end + 10, bytes: 2) {
            let size = file.number(at: place + 24)
            let length = file.number(at: place + 28, bytes: 2)
            let name = file.text(at: place + 46, length)
            let local = file.number(at: place + 42)
            let start = local + 30 + file.number(at: local + 26, bytes: 2)
            let packed = Array(file[start..<start + file.number(at: place + 20)])
            let isDeflated = file.number(at: place + 10, bytes: 2) == 8
            let content = isDeflated ? inflated(packed, to: size) : packed
            if file.text(at: local + 30, length) != name { faults.append("\(name): other name") }
            if content.count != size { faults.append("\(name): \(content.count) bytes") }
            if file.number(at: place + 16) != Int(checksum(content)) {
                faults.append("\(name): checksum")
            }
            names.append(name)
            parts[name] = content
            place += 46 + length
        }
        if place != end { faults.append("the directory has another length") }
    }

    /// A part as text; empty if there is none.
    func text(_ name: String) -> String {
        String(decoding: parts[name] ?? [], as: UTF8.self)
    }
}

private func inflated(_ packed: [UInt8], to size: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
        unsafe packed.withUnsafeBufferPointer { input in
            var stream = unsafe z_stream()
            unsafe inflateInit2_(
                &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(input.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = UInt32(size)
            unsafe inflate(&stream, Z_FINISH)
            unsafe count = size - Int(stream.avail_out)
            unsafe inflateEnd(&stream)
        }
    }
}

private func checksum(_ content: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in content {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
}

extension [UInt8] {
    /// The number at that place, the lowest byte first.
    func number(at place: Int, bytes: Int = 4) -> Int {
        guard place >= 0, place + bytes <= count else { return -1 }
        return self[place..<place + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    fileprivate func text(at place: Int, _ length: Int) -> String {
        guard place >= 0, length >= 0, place + length <= count else { return "" }
        return String(decoding: self[place..<place + length], as: UTF8.self)
    }
}
