/// By what anybody can see whether a report is as it was published.
///
/// It is the SHA-256 of the whole file in which 64 zeros stand wherever the file says its
/// fingerprint. So nothing in the file is left out of it, and it takes no program of ours to check:
/// `sed s/FINGERPRINT/000…/g report.html | sha256sum` says it again.
struct ReportFingerprint: Equatable {
    /// 64 digits and letters a to f.
    let text: String

    /// What stands around it in the front block; words that people typed cannot hold this, since
    /// they are escaped.
    private static let opening = Array(#"<code id="fingerprint">"#.utf8)
    private static let closing = Array("</code>".utf8)
    private static let length = 64
    private static let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: length)

    private init(text: String) {
        self.text = text
    }

    /// The fingerprint that a file says it has; `nil` where it says none, or several.
    init?(in file: [UInt8]) {
        let places = file.places(of: Self.opening)
        guard places.count == 1, let place = places.first else { return nil }
        let start = place + Self.opening.count
        let end = start + Self.length
        guard end + Self.closing.count <= file.count,
            file[end..<end + Self.closing.count].elementsEqual(Self.closing),
            file[start..<end].allSatisfy(Self.isDigit)
        else { return nil }
        text = String(decoding: file[start..<end], as: UTF8.self)
    }

    /// Whether it is that of a file.
    func isWhole(_ file: [UInt8]) -> Bool {
        sha256(file.replacing(Array(text.utf8), by: Self.zeros)) == text
    }

    /// Puts the fingerprint into a file that has a mark in its places.
    ///
    /// The mark is one that nobody can have typed, so that zeros that somebody did type stay.
    ///
    /// - Parameters:
    ///   - mark: 64 letters or digits.
    ///   - drawn: The file.
    /// - Returns: The whole file with its fingerprint.
    /// - Throws: `ReportFault.noFingerprint` for a file without a place for it.
    static func put(
        inPlaceOf mark: String, into drawn: [UInt8]
    ) throws(ReportFault) -> (file: [UInt8], fingerprint: ReportFingerprint) {
        let mark = Array(mark.utf8)
        let print = ReportFingerprint(text: sha256(drawn.replacing(mark, by: zeros)))
        let file = drawn.replacing(mark, by: Array(print.text.utf8))
        guard ReportFingerprint(in: file) == print, print.isWhole(file) else {
            throw .noFingerprint
        }
        return (file, print)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension [UInt8] {
    /// Where a run of bytes begins, from the left, none of them in another.
    fileprivate func places(of wanted: [UInt8]) -> [Int] {
        guard let first = wanted.first else { return [] }
        var places: [Int] = []
        var index = 0
        while index + wanted.count <= count {
            if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) {
                places.append(index)
                index += wanted.count
            } else {
                index += 1
            }
        }
        return places
    }

    /// The bytes with another run of as many in the place of one.
    fileprivate func replacing(_ wanted: [UInt8], by other: [UInt8]) -> [UInt8] {
        var bytes = self
        for place in places(of: wanted) {
            bytes.replaceSubrange(place..<place + wanted.count, with: other)
        }
        return bytes
    }
}
