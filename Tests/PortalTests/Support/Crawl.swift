import HTTPServer

@testable import Portal

/// What one page says of itself and of others.
struct CrawledPage: Sendable {
    let path: String
    let status: HTTPStatus
    let fields: [String]
    let fault: String?
    let title: String
    let headings: [String]
    /// Where the way back leads, step by step.
    let crumbs: [String]
    let ids: [String]
    /// Ids that something on the page names: labels, descriptions, drawings, this page's parts.
    let references: Set<String>
    /// Addresses of the portal that the page leads to, with their fragments.
    let links: Set<String>
    let attributes: Set<String>
    let elements: Set<String>
    /// The numbers in what is read, without what stands around them.
    let numbers: Set<String>
    let source: String
    /// How many statements its handler asked the database.
    let statements: Int
}

/// Every page that can be reached from the first, asked without a socket, by a visitor or by
/// somebody who has signed in.
struct Crawl: Sendable {
    let pages: [String: CrawledPage]

    init(_ portal: TestPortal, token: SessionToken? = nil) throws {
        let site = try StatementCount(portal)
        var pages: [String: CrawledPage] = [:]
        var waiting = ["/"]
        var shapes: [String: Int] = [:]
        while let path = waiting.popLast() {
            guard pages[path] == nil, Self.isWanted(path, &shapes) else { continue }
            let (answer, statements) = site.answer(path, token: token)
            let page = CrawledPage(path, answer, statements: statements)
            pages[path] = page
            waiting += page.links.map { String($0.prefix { $0 != "#" }) }
        }
        self.pages = pages
    }

    /// Whether a page is looked at: of those that show the same page otherwise (sorted, filtered,
    /// as a file) only a few of each kind, since they are without number.
    private static func isWanted(_ path: String, _ shapes: inout [String: Int]) -> Bool {
        // Workbooks hold what the text files hold, and have tests of their own.
        if path.hasSuffix("format=xlsx") || path.hasSuffix("format=ods") { return false }
        let parts = path.split(separator: "?", maxSplits: 1)
        guard parts.count == 2 else { return true }
        let room = parts[0].split(separator: "/").first ?? ""
        let names = parts[1].split(separator: "&").map { $0.prefix { $0 != "=" } }
        let shape = "\(room)?\(Set(names).sorted())"
        shapes[shape, default: 0] += 1
        return shapes[shape, default: 0] <= 4
    }

    static let harbourside = Result { try Crawl(TestPortal.harbourside.get()) }
    static let real = Result { try Crawl(TestPortal.real.get()) }

    /// Every page of both portals: what is asked of one is asked of all.
    static var everywhere: [CrawledPage] {
        get throws {
            try Array(harbourside.get().pages.values) + Array(real.get().pages.values)
        }
    }
}

extension CrawledPage {
    /// Attributes whose value is the id of something on the page, or several.
    private static let naming = [
        "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list", "form",
    ]

    init(_ path: String, _ answer: Answer, statements: Int) {
        self.path = path
        self.statements = statements
        status = answer.status
        fields = answer.response.headers.map { "\($0.name): \($0.value)" }
        source = answer.source
        var root = Element("")
        var fault: String?
        if answer.response.headers["Content-Type"]?.hasPrefix("text/html") == true {
            do { root = try answer.page } catch { fault = "\(error)" }
        }
        self.fault = fault
        var (ids, headings): ([String], [String]) = ([], [])
        var (references, links): (Set<String>, Set<String>) = ([], [])
        var (attributes, elements): (Set<String>, Set<String>) = ([], [])
        root.walk { element in
            elements.insert(element.name)
            if element.name == "h1" { headings.append(element.text) }
            if let id = element["id"] { ids.append(id) }
            for (name, value) in element.attributes {
                attributes.insert(name)
                if Self.naming.contains(name) {
                    references.formUnion(value.split(separator: " ").map(String.init))
                }
                guard ["href", "src", "action"].contains(name) else { continue }
                if value.hasPrefix("#") { references.insert(String(value.dropFirst())) }
                if value.hasPrefix("/") { links.insert(value) }
            }
        }
        let read =
            answer.response.headers["Content-Type"]?.hasPrefix("text/csv") == true
            ? source : root.text
        numbers = Set(
            read.split { !($0.isNumber || $0 == "." || $0 == ",") }.map { number in
                String(number.last?.isNumber == false ? number.dropLast() : number)
            })
        title = root.first("title")?.text ?? ""
        crumbs =
            root.first(class: "crumbs")?.all("a").compactMap { $0["href"] } ?? []
        self.ids = ids
        self.headings = headings
        self.references = references
        self.links = links
        self.attributes = attributes
        self.elements = elements
    }

    /// The path without what only changes how the page is looked at.
    var address: String { String(path.prefix { $0 != "?" }) }

    /// Whether it is a file of figures.
    var isSheet: Bool { fields.contains { $0.hasPrefix("Content-Type: text/csv") } }

    var isPage: Bool { fields.contains { $0.hasPrefix("Content-Type: text/html") } }
}
