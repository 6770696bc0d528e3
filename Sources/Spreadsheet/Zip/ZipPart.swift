/// The bytes of one entry of a ZIP archive, inflated piece by piece.
///
/// Their length and CRC-32 are checked as they come. Belongs to one thread; a copy reads on where
/// the other is, so that who wants to read twice asks the archive twice.
struct ZipPart {
    /// The name of the entry.
    let name: String

    private let file: [UInt8]
    private let size: Int
    private let checksum: UInt32
    private let inflation: Inflation?
    /// What of the file is not yet read.
    private var rest: Range<Int>
    private var count = 0
    private var found: UInt32 = 0

    init(_ entry: ZipEntry, of file: [UInt8]) throws(SheetError) {
        name = entry.name
        self.file = file
        size = entry.size
        checksum = entry.checksum
        rest = entry.data
        switch entry.method {
        case 0:
            inflation = nil
            guard size == rest.count else { throw Self.lie(name) }
        case 8:
            guard let inflation = Inflation() else {
                throw SheetError(reason: "there is no memory to unpack the file; try again later")
            }
            self.inflation = inflation
        default: throw .damaged("«\(entry.name)» is packed in a way that is not known")
        }
    }

    /// Fills `buffer` from `start` on, and gives how many bytes came: none only at the end.
    mutating func read(into buffer: inout [UInt8], at start: Int) throws(SheetError) -> Int {
        guard start < buffer.count else { return 0 }
        let came: Int
        if let inflation {
            guard let filled = inflation.read(file, &rest, into: &buffer, at: start) else {
                throw .damaged("«\(name)» cannot be unpacked")
            }
            came = filled
        } else {
            came = min(buffer.count - start, rest.count)
            for index in 0..<came {
                buffer[start + index] = file[rest.lowerBound + index]
            }
            rest = rest.lowerBound + came..<rest.upperBound
        }
        guard came <= size - count else { throw Self.lie(name) }
        count += came
        found = Inflation.checksum(of: buffer, start..<start + came, after: found)
        if came == 0 { try checkEnd() }
        return came
    }

    private func checkEnd() throws(SheetError) {
        guard count == size, rest.isEmpty else { throw Self.lie(name) }
        guard found == checksum else { throw .damaged("«\(name)» has a wrong checksum") }
    }

    private static func lie(_ name: String) -> SheetError {
        .damaged("«\(name)» is not as long as it says")
    }
}
