@testable import HTTPServer

/// Any bytes as what is percent-encoded, and any text encoded and decoded again.
enum PercentFuzz {
    static func run(_ bytes: [UInt8]) {
        for plusIsSpace in [false, true] {
            let decoded = Percent.decoded(bytes, plusIsSpace: plusIsSpace)
            demand(decoded.count <= bytes.count, "decoding makes nothing longer")
            let part = ([0] + bytes)[1...]
            demand(
                Percent.decoded(part, plusIsSpace: plusIsSpace) == decoded,
                "where bytes lie changes nothing")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let encoded = Percent.encode(text)
        demand(encoded.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "what is encoded is ASCII")
        for decoded in [Percent.decode(encoded.utf8), Percent.decodeForm(encoded.utf8)] {
            demand(decoded.utf8.elementsEqual(text.utf8), "decoding undoes encoding: \(text)")
        }
        checkQuery(bytes)
    }

    private static func checkQuery(_ bytes: [UInt8]) {
        let query = Query(formEncoded: bytes)
        demand(query.pairs.count <= bytes.count, "no pair without a byte")
        let written = query.pairs.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            .joined(separator: "&")
        demand(
            Query(formEncoded: Array(written.utf8)) == query, "a form written is read: \(written)")
        if let pair = query.pairs.last {
            demand(query.all(pair.name).last == pair.value, "a value is found: \(pair.name)")
        }
    }
}
