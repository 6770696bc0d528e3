/// An element of a page, as a reader's browser would find it.
final class Element {
    enum Node {
        case element(Element)
        case text(String)
    }

    let name: String
    let attributes: [String: String]
    private(set) var nodes: [Node] = []

    init(_ name: String, _ attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    func append(_ node: Node) { nodes.append(node) }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// The element's classes.
    var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }

    /// The text in it, with single spaces, and one between elements.
    var text: String {
        var words: [Substring] = []
        var texts: [String] = []
        collect(&texts)
        for text in texts { words += text.split(whereSeparator: \.isWhitespace) }
        return words.joined(separator: " ")
    }

    /// Every element in it, in the order in which they begin.
    var descendants: [Element] {
        var found: [Element] = []
        walk { found.append($0) }
        return found
    }

    /// Every element in it of that name.
    func all(_ name: String) -> [Element] { descendants.filter { $0.name == name } }

    /// The first element in it of that class.
    func first(class name: Substring) -> Element? {
        descendants.first { $0.classes.contains(name) }
    }

    func first(_ name: String) -> Element? { descendants.first { $0.name == name } }

    func element(id: String) -> Element? { descendants.first { $0["id"] == id } }

    func walk(_ visit: (Element) -> Void) {
        for case .element(let element) in nodes {
            visit(element)
            element.walk(visit)
        }
    }

    /// The text in it as it stands there, without a line end that begins it: what a browser has
    /// in a text area.
    var typedText: String {
        var texts: [String] = []
        collect(&texts)
        let text = texts.joined()
        return text.hasPrefix("\n") ? String(text.dropFirst()) : text
    }

    private func collect(_ texts: inout [String]) {
        for node in nodes {
            switch node {
            case .text(let text): texts.append(text)
            case .element(let element): element.collect(&texts)
            }
        }
    }
}

extension Element {
    /// The rows of a table's body, each as the texts of its cells.
    var cells: [[String]] {
        all("tbody").flatMap { $0.all("tr") }.map { row in
            row.descendants.filter { $0.name == "th" || $0.name == "td" }.map(\.text)
        }
    }

    /// The section under the heading that has this id.
    func section(_ id: String) -> Element? {
        all("section").first { $0["aria-labelledby"] == id }
    }

    /// What a list of terms says of each: `dt` and the `dd` after it.
    var facts: [String: String] {
        var facts: [String: String] = [:]
        for entry in descendants where entry.name == "div" {
            guard let term = entry.first("dt"), let words = entry.first("dd") else { continue }
            facts[term.text] = words.text
        }
        return facts
    }
}
