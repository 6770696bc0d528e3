/// The names by which a style could find what some templates show: their elements and classes.
struct StyleNames: Sendable {
    private var elements: Set<String> = []
    private var classes: Set<String> = []
    /// How classes begin whose ends are values.
    private var beginnings: Set<String> = []

    /// Reads a template and those that it is made of.
    ///
    /// - Parameters:
    ///   - template: Its name.
    ///   - text: The text of a template, by its name.
    init(of template: String, text: (String) throws -> String) rethrows {
        var known: Set = [template]
        var waiting = [template]
        while let name = waiting.popLast() {
            let bytes = Array(try text(name).utf8)
            add(bytes)
            waiting += Self.parts(of: bytes).filter { known.insert($0).inserted }
        }
    }

    /// Adds what no template names.
    mutating func add(elements: [String], classesBeginning beginnings: [String]) {
        self.elements.formUnion(elements)
        self.beginnings.formUnion(beginnings)
    }

    func has(element: String) -> Bool { elements.contains(element) }

    func has(class name: String) -> Bool {
        classes.contains(name) || beginnings.contains { name.hasPrefix($0) }
    }

    private mutating func add(_ bytes: [UInt8]) {
        let attribute = Array(#"class=""#.utf8)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<") {
                let name = bytes[(place + 1)...].prefix { $0.isNameByte }
                if !name.isEmpty { elements.insert(String(decoding: name, as: UTF8.self)) }
            } else if bytes[place...].starts(with: attribute) {
                place += attribute.count
                let value = bytes[place...].prefix { $0 != UInt8(ascii: "\"") }
                addClasses(value)
                place += value.count
            }
            place += 1
        }
    }

    /// Reads the value of a class attribute, in which tags may stand.
    private mutating func addClasses(_ value: ArraySlice<UInt8>) {
        var rest = value
        var name: [UInt8] = []
        func text() -> String { String(decoding: name, as: UTF8.self) }
        while let byte = rest.first {
            if rest.starts(with: "{{".utf8) {
                let kind = rest.dropFirst(2).first
                let isValue = kind.map { !"#^/!>".utf8.contains($0) } ?? false
                if !name.isEmpty, isValue { beginnings.insert(text()) }
                if !name.isEmpty, !isValue { classes.insert(text()) }
                name = []
                rest = rest.drop { $0 != UInt8(ascii: "}") }.drop { $0 == UInt8(ascii: "}") }
                continue
            }
            if byte == UInt8(ascii: " ") {
                if !name.isEmpty { classes.insert(text()) }
                name = []
            } else {
                name.append(byte)
            }
            rest.removeFirst()
        }
        if !name.isEmpty { classes.insert(text()) }
    }

    /// The names of the templates that a template is made of.
    private static func parts(of bytes: [UInt8]) -> [String] {
        var parts: [String] = []
        var place = 0
        while place + 3 < bytes.count {
            let isTag = bytes[place] == UInt8(ascii: "{") && bytes[place + 1] == UInt8(ascii: "{")
            if isTag, "><".utf8.contains(bytes[place + 2]) {
                let name = bytes[(place + 3)...].prefix { $0 != UInt8(ascii: "}") }
                parts.append(String(decoding: name, as: UTF8.self).stripped)
                place += name.count
            }
            place += 1
        }
        return parts
    }
}

extension UInt8 {
    /// Whether it may stand in the name of an element or a class.
    var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
