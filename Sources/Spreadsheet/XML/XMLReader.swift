/// Reads a part of a workbook as XML 1.0, event by event, from pieces of its bytes.
///
/// UTF-8 only. A document type is refused, and with it every entity that a file could define.
/// What an event tells is there until the next one is asked for.
struct XMLReader {
    /// What comes next in a document.
    enum Event {
        case start, end, text, finished
    }

    /// Of the element that started or ended.
    private(set) var name = XMLName.other
    /// How many elements are open; one that starts counts already, one that ends no longer.
    private(set) var depth = 0

    private var part: ZipPart
    private let limits: WorkbookLimits
    private var buffer: [UInt8]
    private var position = 0
    private var end = 0
    private var isSourceEnded = false
    private var isBegun = false
    private var isEmptyElement = false
    private var isRootClosed = false
    private var open: [(written: XMLQName, name: XMLName)] = []
    private var namespaces = XMLNamespaces()
    private var tag = XMLTag()
    private var text = 0..<0
    private var isPlain = true
    private var isLiteral = false

    init(_ part: ZipPart, limits: WorkbookLimits) {
        self.part = part
        self.limits = limits
        buffer = [UInt8](repeating: 0, count: 65_536)
    }

    /// Goes on to the next event.
    ///
    /// - Throws: what is wrong with the document, with the name of the part.
    mutating func next() throws(SheetError) -> Event {
        if isEmptyElement {
            isEmptyElement = false
            closeElement()
            return .end
        }
        if !isBegun { try begin() }
        while true {
            guard try has(1) else {
                guard depth == 0, isRootClosed else { throw damaged("it ends too early") }
                return .finished
            }
            if buffer[position] != 0x3C {
                try readText()
                if depth > 0 { return .text }
            } else if let event = try markup() {
                return event
            }
        }
    }

    /// Passes over what is left of the element that has just started, its end included.
    mutating func skip() throws(SheetError) {
        let outer = depth - 1
        while depth > outer {
            guard try next() != .finished else { return }
        }
    }

    /// Appends the text of the event, decoded.
    func appendText(to result: inout [UInt8]) throws(SheetError) {
        guard result.count + text.count <= limits.sharedStringBytes else {
            throw .tooMuch("its texts have more than \(limits.sharedStringBytes >> 20) MB")
        }
        if isPlain {
            result.append(contentsOf: buffer[text])
        } else {
            do {
                try XMLText.append(buffer[text], to: &result, replacesReferences: !isLiteral)
            } catch { throw damaged(error) }
        }
    }

    /// The value of an attribute of the element that started, decoded.
    func value(of name: XMLName) throws(SheetError) -> ArraySlice<UInt8>? {
        guard let attribute = tag.attributes.first(where: { $0.name == name }) else { return nil }
        if attribute.isPlain { return buffer[attribute.value] }
        var result: [UInt8] = []
        do { try XMLText.append(buffer[attribute.value], to: &result) } catch {
            throw damaged(error)
        }
        return result[...]
    }

    /// The value of an attribute as a string.
    func string(of name: XMLName) throws(SheetError) -> String? {
        guard let value = try value(of: name) else { return nil }
        do { return try XMLText.string(value) } catch { throw damaged(error) }
    }

    /// The value of an attribute as a whole number, 0 or more; `nil` too for one past a billion.
    func number(of name: XMLName) throws(SheetError) -> Int? {
        guard let value = try value(of: name) else { return nil }
        return Decimals.wholeNumber(value)
    }

    /// An error that names the part.
    func damaged(_ what: String) -> SheetError { .damaged("in «\(part.name)» \(what)") }

    private func damaged(_ error: SheetError) -> SheetError {
        SheetError(reason: "in «\(part.name)»: \(error.reason)")
    }

    private mutating func begin() throws(SheetError) {
        isBegun = true
        _ = try has(4)
        let start = Array(buffer[position..<min(end, position + 4)])
        guard !start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFE, 0xFF]),
            !start.starts(with: [0x3C, 0]), !start.starts(with: [0, 0x3C])
        else { throw damaged("the text is UTF-16, which is not read") }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    }

    /// Reads text up to the next markup.
    private mutating func readText() throws(SheetError) {
        while true {
            var isPlain = true
            let start = position
            let place = XMLText.end(buffer.span, from: position, to: end, isPlain: &isPlain)
            self.isPlain = isPlain
            isLiteral = false
            guard let place else { throw damaged("there is a control character") }
            if place == end, try refill() { continue }
            // What is left may have moved; as much of it is text as before.
            text = position..<position + (place - start)
            position = text.upperBound
            break
        }
        if depth == 0, !buffer[text].allSatisfy(XMLTag.isSpace) {
            throw damaged("there is text outside its elements")
        }
    }

    /// Reads a tag or what else begins with `<`; `nil` for what is no event.
    private mutating func markup() throws(SheetError) -> Event? {
        guard try has(2) else { throw damaged("it ends too early") }
        switch buffer[position + 1] {
        case 0x2F:
            try closeTag()
            return .end
        case 0x21: return try declaration()
        case 0x3F:
            let instruction = try delimited(by: [0x3F, 0x3E], after: 2)
            try checkEncoding(buffer[instruction])
            return nil
        default:
            try openTag()
            return .start
        }
    }

    /// Reads a comment, which is no event, or a CDATA section.
    private mutating func declaration() throws(SheetError) -> Event? {
        if try has(4), buffer[position + 2] == 0x2D, buffer[position + 3] == 0x2D {
            _ = try delimited(by: [0x2D, 0x2D, 0x3E], after: 4)
            return nil
        }
        if try has(9), buffer[position..<position + 9].elementsEqual("<![CDATA[".utf8), depth > 0 {
            text = try delimited(by: [0x5D, 0x5D, 0x3E], after: 9)
            isPlain = !buffer[text].contains(0x0D)
            isLiteral = true
            guard !buffer[text].contains(where: { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 })
            else { throw damaged("there is a control character") }
            return .text
        }
        throw damaged("it declares a document type or something else that no workbook has")
    }

    /// What stands up to some bytes, which are passed over.
    private mutating func delimited(
        by end: [UInt8], after length: Int
    ) throws(SheetError) -> Range<Int> {
        var searched = length
        while true {
            while position + searched + end.count <= self.end {
                let at = position + searched
                if buffer[at] == end[0], buffer[at..<at + end.count].elementsEqual(end) {
                    let found = position + length..<at
                    position = at + end.count
                    return found
                }
                searched += 1
            }
            guard try refill() else { throw damaged("it ends too early") }
        }
    }

    private func checkEncoding(_ instruction: ArraySlice<UInt8>) throws(SheetError) {
        guard instruction.starts(with: "xml ".utf8),
            let name = String(decoding: instruction, as: UTF8.self).lowercased()
                .split(separator: "encoding").dropFirst().first
        else { return }
        let encoding = name.drop { " =\"'\t\r\n".contains($0) }
        guard encoding.hasPrefix("utf-8") || encoding.hasPrefix("us-ascii") else {
            throw damaged("the text is not UTF-8")
        }
    }

    private mutating func openTag() throws(SheetError) {
        while true {
            let bytes = buffer
            let outcome = tag.read(bytes.span, from: position, to: end, limit: limits.attributes)
            switch outcome {
            case .cut:
                guard try refill() else { throw damaged("it ends inside a tag") }
                continue
            case .wrong(let what): throw damaged(what)
            case .read: break
            }
            break
        }
        guard depth > 0 || !isRootClosed else { throw damaged("it has two roots") }
        guard depth < limits.depth else { throw damaged("its elements lie too deep") }
        try resolveTag()
        position = tag.end
        depth += 1
        isEmptyElement = tag.isEmptyElement
        open.append((tag.written, name))
    }

    /// Declares the namespaces of the tag and finds what its names mean.
    private mutating func resolveTag() throws(SheetError) {
        if tag.declaresNamespaces {
            for attribute in tag.attributes where attribute.isDeclaration {
                let prefix = attribute.written.prefix == 0 ? 0 : attribute.written.local
                do {
                    try namespaces.declare(
                        prefix, XMLNamespace(buffer[attribute.value]), depth: depth + 1)
                } catch { throw damaged(error) }
            }
        }
        name = namespaces.resolve(tag.written, isAttribute: false)
        var seen: UInt128 = 0
        for index in tag.attributes.indices where !tag.attributes[index].isDeclaration {
            let name = namespaces.resolve(tag.attributes[index].written, isAttribute: true)
            tag.attributes[index].name = name
            guard name != .other else { continue }
            guard seen >> UInt128(name.rawValue) & 1 == 0 else {
                throw damaged("an attribute is there twice")
            }
            seen |= 1 << UInt128(name.rawValue)
        }
    }

    private mutating func closeTag() throws(SheetError) {
        var written = XMLQName()
        while true {
            var at = XMLQName.read(buffer.span, from: position + 2, to: end, into: &written)
            while at < end, XMLTag.isSpace(buffer[at]) { at += 1 }
            if at == end {
                guard try refill() else { throw damaged("it ends inside a tag") }
                continue
            }
            guard depth > 0, buffer[at] == 0x3E, let last = open.last, last.written == written
            else { throw damaged("an element is not closed in its place") }
            position = at + 1
            break
        }
        closeElement()
    }

    private mutating func closeElement() {
        name = open.popLast()?.name ?? .other
        namespaces.leave(depth: depth)
        depth -= 1
        if depth == 0 { isRootClosed = true }
    }

    /// Whether so many bytes lie ahead, after more are read where needed.
    private mutating func has(_ count: Int) throws(SheetError) -> Bool {
        while end - position < count {
            guard try refill() else { return false }
        }
        return true
    }

    /// Reads more behind what is not yet used, which moves to the front; false at the end.
    private mutating func refill() throws(SheetError) -> Bool {
        guard !isSourceEnded else { return false }
        if position > 0 {
            let rest = end - position
            for index in 0..<rest { buffer[index] = buffer[position + index] }
            position = 0
            end = rest
        }
        if end == buffer.count {
            guard end < limits.textBytes else { throw damaged("a text is too long") }
            buffer.append(contentsOf: repeatElement(0, count: end))
        }
        let came = try part.read(into: &buffer, at: end)
        end += came
        isSourceEnded = came == 0
        return !isSourceEnded
    }
}
