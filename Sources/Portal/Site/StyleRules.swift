/// The rules of a style sheet, written short, without those that nothing could follow.
///
/// It reads what the portal's own style has: rules, `@media` around rules, and `@page`.
struct StyleRules {
    private let names: StyleNames
    private let bytes: [UInt8]
    private var place = 0

    /// The rules of a style sheet that apply to some names.
    static func text(of styleSheet: String, for names: StyleNames) -> String {
        var rules = StyleRules(names: names, bytes: shortened(Array(styleSheet.utf8)))
        return String(decoding: rules.kept(), as: UTF8.self)
    }

    private init(names: StyleNames, bytes: [UInt8]) {
        self.names = names
        self.bytes = bytes
    }

    /// The rules up to the end of the block that they stand in.
    private mutating func kept() -> [UInt8] {
        var kept: [UInt8] = []
        while place < bytes.count, bytes[place] != UInt8(ascii: "}") {
            let head = bytes[place...].prefix { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ";") }
            place += head.count
            guard place < bytes.count else { break }
            place += 1
            guard bytes[place - 1] == UInt8(ascii: "{") else { continue }
            kept += rule(head)
        }
        return kept
    }

    /// The rule that begins with a head, without the selectors that find nothing.
    private mutating func rule(_ head: ArraySlice<UInt8>) -> [UInt8] {
        if head.starts(with: "@media".utf8) {
            let inner = kept()
            place += 1
            return inner.isEmpty ? [] : Self.rule(Array(head), inner)
        }
        let body = block()
        if head.first == UInt8(ascii: "@") {
            // Pages of their own are for what reports do not have.
            return head.elementsEqual("@page".utf8) ? Self.rule(Array(head), Array(body)) : []
        }
        let selectors = Self.selectors(head).filter(applies)
        guard !selectors.isEmpty, !body.isEmpty else { return [] }
        return Self.rule(Array(selectors.joined(separator: ",".utf8)), Array(body))
    }

    private static func rule(_ head: [UInt8], _ body: [UInt8]) -> [UInt8] {
        head + Array("{".utf8) + body + Array("}".utf8)
    }

    /// What stands up to the end of the block, blocks in it among it.
    private mutating func block() -> ArraySlice<UInt8> {
        let start = place
        var depth = 1
        while place < bytes.count, depth > 0 {
            switch bytes[place] {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            place += 1
        }
        return bytes[start..<max(start, place - 1)]
    }

    /// Goes to the end of a text in quotation marks.
    private mutating func skipString() {
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    /// The selectors of a list, parted at the commas that are in no parentheses.
    private static func selectors(_ list: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var (selectors, start, depth) = ([ArraySlice<UInt8>](), list.startIndex, 0)
        for place in list.indices {
            switch list[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                selectors.append(list[start..<place])
                start = place + 1
            default: break
            }
        }
        return selectors + [list[start...]]
    }

    /// Whether there is everything that a selector names.
    private func applies(_ selector: ArraySlice<UInt8>) -> Bool {
        var rest = selector
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "["):
                rest = rest.drop { $0 != UInt8(ascii: "]") }
            case UInt8(ascii: ":"):
                let name = Self.takeName(&rest)
                // What must not be there need not be; others count.
                if name == "not" || name.hasPrefix("nth-") { Self.skipParentheses(&rest) }
            case UInt8(ascii: "."):
                guard names.has(class: Self.takeName(&rest)) else { return false }
            case _ where byte.isNameByte:
                let name = String(decoding: [byte], as: UTF8.self) + Self.takeName(&rest)
                guard names.has(element: name) else { return false }
            default: break
            }
        }
        return true
    }

    private static func takeName(_ rest: inout ArraySlice<UInt8>) -> String {
        let name = rest.prefix { $0.isNameByte }
        rest.removeFirst(name.count)
        return String(decoding: name, as: UTF8.self)
    }

    private static func skipParentheses(_ rest: inout ArraySlice<UInt8>) {
        var depth = 0
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return }
        }
    }
}

extension StyleRules {
    /// The same without comments and without space that says nothing.
    private static func shortened(_ bytes: [UInt8]) -> [UInt8] {
        var short: [UInt8] = []
        short.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                place = afterComment(bytes, at: place)
            } else if byte == UInt8(ascii: "\"") {
                let end = afterString(bytes, at: place)
                short += bytes[place..<end]
                place = end
            } else {
                add(byte, to: &short)
                place += 1
            }
        }
        return short
    }

    /// Adds a byte, unless it says nothing where it stands, and takes back what says nothing
    /// before it.
    private static func add(_ byte: UInt8, to short: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"):
            guard let last = short.last else { return }
            switch last {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
                UInt8(ascii: ":"), UInt8(ascii: " "):
                break
            default: short.append(UInt8(ascii: " "))
            }
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","):
            if short.last == UInt8(ascii: " ") { short.removeLast() }
            if byte == UInt8(ascii: "}"), short.last == UInt8(ascii: ";") { short.removeLast() }
            short.append(byte)
        default: short.append(byte)
        }
    }

    private static func afterComment(_ bytes: [UInt8], at start: Int) -> Int {
        var place = start + 2
        while place + 1 < bytes.count,
            bytes[place] != UInt8(ascii: "*") || bytes[place + 1] != UInt8(ascii: "/")
        {
            place += 1
        }
        return min(place + 2, bytes.count)
    }

    /// The place after a text in quotation marks.
    private static func afterString(_ bytes: [UInt8], at start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(end + 1, bytes.count)
    }
}
