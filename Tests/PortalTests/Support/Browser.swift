import HTTPServer

@testable import Portal

/// A reader who goes from page to page by what can be seen on them.
struct Browser {
    /// Something a reader does that asks for another page.
    enum Step: CustomStringConvertible, Sendable {
        /// Follows the first link with these words, of the page itself before those around it; if
        /// there is none, the first that begins with them.
        case follow(String)
        /// Follows the first link in the row, list entry or section that holds these words.
        case followIn(String, String)
        /// Types words into the site's search box.
        case search(String)
        /// Ticks or chooses in the page's form, and sends it.
        case choose([String: String])

        var description: String {
            switch self {
            case .follow(let words): "“\(words)”"
            case .followIn(let place, let words): "“\(words)” beside “\(place)”"
            case .search(let words): "search “\(words)”"
            case .choose(let fields):
                fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
                    .joined(separator: ", ")
            }
        }
    }

    /// What a reader looks for in vain.
    struct Lost: Error, CustomStringConvertible {
        let description: String
    }

    let portal: TestPortal
    private(set) var address = "/"
    private(set) var page: Element
    private(set) var clicks = 0

    /// Opens the first page.
    init(_ portal: TestPortal) throws {
        self.portal = portal
        page = try portal.get("/").page
    }

    /// The part of the page that is its own.
    var main: Element { page.first("main") ?? page }

    mutating func take(_ step: Step) throws {
        clicks += 1
        switch step {
        case .follow(let words):
            let links = main.all("a") + page.all("a")
            let link =
                links.first { $0.says(words) } ?? links.first { $0.beginsWith(words) }
            guard let link else {
                throw Lost(description: "no link “\(words)” on \(address)")
            }
            try open(link["href"] ?? "")
        case .followIn(let place, let words):
            let holders = main.descendants.filter {
                ["tr", "li", "section"].contains($0.name) && $0.text.contains(place)
            }
            // The last and so the smallest one that has such a link.
            let links = holders.flatMap { $0.all("a").filter { $0.text.contains(words) } }
            guard let link = links.last else {
                throw Lost(description: "no “\(words)” beside “\(place)” on \(address)")
            }
            try open(link["href"] ?? "")
        case .search(let words):
            guard let form = page.all("form").first(where: { $0["role"] == "search" }) else {
                throw Lost(description: "no search box on \(address)")
            }
            try send(form, ["q": words])
        case .choose(let fields):
            let forms = main.all("form")
            guard let form = forms.first(where: { $0.takes(fields) }) else {
                throw Lost(description: "no form for \(step) on \(address)")
            }
            try send(form, fields)
        }
    }

    private mutating func send(_ form: Element, _ fields: [String: String]) throws {
        let query = fields.sorted { $0.key < $1.key }.map { name, value in
            name + "=" + value.split(separator: " ").joined(separator: "+")
        }
        try open((form["action"] ?? address) + "?" + query.joined(separator: "&"))
    }

    private mutating func open(_ href: String) throws {
        let target = String(href.prefix { $0 != "#" })
        if !target.isEmpty { address = target }
        let answer = try portal.get(address)
        guard answer.status == .ok else {
            throw Lost(description: "\(address) is \(answer.status.rawValue)")
        }
        page = try answer.page
    }
}

extension Element {
    /// Whether it says these words, however they are set.
    fileprivate func says(_ words: String) -> Bool { letters(text) == letters(words) }

    fileprivate func beginsWith(_ words: String) -> Bool {
        letters(text).hasPrefix(letters(words))
    }

    /// Without spaces, since marked words stand in elements of their own.
    private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// Whether a form has a control for each of these, and each value is one that can be chosen.
    fileprivate func takes(_ fields: [String: String]) -> Bool {
        fields.allSatisfy { name, value in
            descendants.contains { control in
                guard control["name"] == name else { return false }
                guard control.name == "select" else {
                    return control["type"] != "checkbox" || control["value"] == value
                }
                return control.all("option").contains { $0["value"] == value }
            }
        }
    }
}
