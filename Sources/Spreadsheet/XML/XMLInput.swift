/// The bytes of a part as far as they are read and not yet used.
///
/// Markup and runs of text are taken as a whole: where one is cut off, more is read behind it.
struct XMLInput {
    /// With what is ahead from ``position`` to ``end``.
    private(set) var bytes = [UInt8](repeating: 0, count: 65_536)
    var position = 0
    private(set) var end = 0

    private var part: ZipPart
    private let limits: WorkbookLimits
    private var isEnded = false

    init(_ part: ZipPart, limits: WorkbookLimits) {
        self.part = part
        self.limits = limits
    }

    /// An error that names the part.
    func damaged(_ what: String) -> SheetError { .damaged("in «\(part.name)» \(what)") }

    /// An error with the name of the part before it.
    func damaged(_ error: SheetError) -> SheetError {
        SheetError(reason: "in «\(part.name)»: \(error.reason)")
    }

    /// What stands up to some bytes, which are passed over.
    mutating func delimited(
        by end: [UInt8], after length: Int
    ) throws(SheetError) -> Range<Int> {
        var searched = length
        while true {
            while position + searched + end.count <= self.end {
                let at = position + searched
                if bytes[at] == end[0], bytes[at..<at + end.count].elementsEqual(end) {
                    let found = position + length..<at
                    position = at + end.count
                    return found
                }
                searched += 1
            }
            guard try refill() else { throw damaged("it ends too early") }
        }
    }

    /// Whether so many bytes lie ahead, after more are read where needed.
    mutating func has(_ count: Int) throws(SheetError) -> Bool {
        while end - position < count {
            guard try refill() else { return false }
        }
        return true
    }

    /// Reads more behind what is not yet used, which moves to the front; false at the end.
    mutating func refill() throws(SheetError) -> Bool {
        guard !isEnded else { return false }
        if position > 0 {
            let rest = end - position
            for index in 0..<rest { bytes[index] = bytes[position + index] }
            position = 0
            end = rest
        }
        if end == bytes.count {
            guard end < limits.textBytes else { throw damaged("a text is too long") }
            bytes.append(contentsOf: repeatElement(0, count: end))
        }
        let came = try part.read(into: &bytes, at: end)
        end += came
        isEnded = came == 0
        return !isEnded
    }
}
