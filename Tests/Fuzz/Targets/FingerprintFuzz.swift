@testable import Portal

/// Any bytes as a frozen report, and any bytes in one: whatever byte is changed, it is seen.
enum FingerprintFuzz {
    static func run(_ bytes: [UInt8]) {
        if let print = ReportFingerprint(in: bytes) {
            demand(print.text.utf8.count == 64, "a fingerprint has 64 digits")
            _ = print.isWhole(bytes)
        }
        let mark = String(repeating: "q", count: 64)
        guard !String(decoding: bytes, as: UTF8.self).contains(mark) else { return }
        let drawn =
            bytes + Array("<code id=\"fingerprint\">\(mark)</code>".utf8) + bytes
            + Array("\(mark)\(mark)".utf8)
        // A file that says several is not frozen.
        guard let (file, print) = try? ReportFingerprint.put(inPlaceOf: mark, into: drawn) else {
            demand(bytes.count >= 23, "a file is given its fingerprint")
            return
        }
        demand(file.count == drawn.count, "nothing else is changed")
        demand(ReportFingerprint(in: file) == print && print.isWhole(file), "a file is whole")
        for place in [0, Int(bytes.last ?? 0) % file.count, file.count - 1] {
            for change: UInt8 in [1, 0x20] {
                var other = file
                other[place] ^= change
                let found = ReportFingerprint(in: other)
                demand(found?.isWhole(other) != true, "a change is seen: byte \(place)")
            }
        }
    }
}
