import Testing

@testable import Spreadsheet

@Suite struct GzipInflationTests {
    /// `a,b` and `1,2`, each on a line, as Python's gzip module packs them, and then `3,4`.
    private static let first: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 212, 73, 226, 50, 212, 49, 226, 2, 0, 123, 7,
        151, 10, 8, 0, 0, 0,
    ]
    private static let second: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 51, 214, 49, 225, 2, 0, 62, 45, 114, 169, 4, 0,
        0, 0,
    ]

    /// What a file inflates to that comes in pieces of a size.
    private func text(_ file: [UInt8], pieces size: Int) throws -> String {
        let inflation = try GzipInflation(piece: size)
        var rest = file[...]
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 5)
        while true {
            let count = try inflation.read(into: &buffer, at: 1) { piece in
                let next = rest.prefix(piece.count)
                piece.replaceSubrange(0..<next.count, with: next)
                rest = rest.dropFirst(next.count)
                return next.count
            }
            if count == 0 { return String(decoding: text, as: UTF8.self) }
            text += buffer[1..<1 + count]
        }
    }

    @Test(arguments: [1, 3, 4096])
    func `a file of two members inflates to both, however it is cut`(size: Int) throws {
        #expect(try text(Self.first + Self.second, pieces: size) == "a,b\n1,2\n3,4\n")
    }

    @Test func `what is cut off, damaged or no gzip is refused`() {
        var damaged = Self.first
        damaged[Self.first.count - 6] ^= 1
        for (file, words) in [
            (Array(Self.first.dropLast()), "ends too soon"), ([], "ends too soon"),
            (damaged, "damaged"), (Array("measure_code".utf8), "not a gzip file"),
        ] {
            let error = #expect(throws: SheetError.self) { try text(file, pieces: 7) }
            #expect(error?.reason.contains(words) == true)
        }
    }
}
