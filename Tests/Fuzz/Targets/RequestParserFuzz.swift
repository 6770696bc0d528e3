@testable import HTTPServer

/// Any bytes as what a client sends: whole or in pieces, the verdict must be the same.
enum RequestParserFuzz {
    static func run(_ bytes: [UInt8]) {
        for limits in [Limits(), tight] {
            let whole = Verdict([bytes[...]], limits)
            let cut = Verdict(pieces(of: bytes), limits)
            demand(whole == cut, "the verdict is the same:\n\(whole)\n\(cut)")
        }
    }

    /// Limits that a short input can pass.
    private static let tight: Limits = {
        var limits = Limits()
        limits.requestLine = 48
        limits.head = 160
        limits.fields = 6
        limits.body = 64
        limits.memoryBody = 48
        limits.trailers = 32
        return limits
    }()

    /// The last four bytes, which stay a part of the input, say in turn how long a piece is.
    private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let lengths = bytes.suffix(4).map { 1 + Int($0) % 64 }
        var pieces: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(lengths[pieces.count % lengths.count])
            pieces.append(piece)
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }
}
