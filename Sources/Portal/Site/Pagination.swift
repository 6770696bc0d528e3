import Mustache

/// Which pages a long list has, and which of them is shown.
struct Pagination: Equatable {
    /// How many things the whole list has.
    let count: Int
    let pageLength: Int
    /// The page shown, counted from 1.
    let number: Int

    init(count: Int, pageLength: Int, _ number: Int) {
        self.count = count
        self.pageLength = pageLength
        self.number = number
    }

    /// How many pages there are; an empty list has one, which says so.
    var pages: Int { max(1, (count + pageLength - 1) / pageLength) }

    /// The places in the list of what the page shows.
    var range: Range<Int> {
        let start = min(count, (number - 1) * pageLength)
        return start..<min(count, start + pageLength)
    }

    /// The pages that links lead to: all of them, or of very many those near the page shown, the
    /// first and the last.
    private var shown: [Int] {
        guard pages > 1 else { return [] }
        guard pages > 30 else { return Array(1...pages) }
        return (1...pages).filter { $0 == 1 || $0 == pages || abs($0 - number) <= 4 }
    }

    /// What a title says of the page: `, page 2 of 3`, and nothing where there is only one.
    var titleWords: String { pages > 1 ? ", page \(number) of \(pages)" : "" }

    /// The values of `partials/pages`; `address` is the first page's.
    func values(_ address: AddressQuery, label: String) -> TemplateRecord {
        let link = { (page: Int) -> TemplateValue in
            .text(address.with("page", page == 1 ? nil : "\(page)").text)
        }
        return [
            "hasPages": .flag(pages > 1),
            "pagesLabel": .text(label),
            "previousHref": number > 1 ? link(number - 1) : .absent,
            "nextHref": number < pages ? link(number + 1) : .absent,
            "pages": .list(
                shown.map { page in
                    [
                        "href": link(page), "number": .integer(page),
                        "current": .flag(page == number),
                    ]
                }),
        ]
    }
}

/// The number of a page as an address names it.
enum PageNumber {
    /// More pages than any list has.
    private static let most = 100_000

    /// The page asked for, the first if none is.
    ///
    /// - Throws: `Refusal.notFound` for what is no number of a page.
    static func asked(_ text: String?, of address: AddressQuery) throws -> Int {
        guard let text else { return 1 }
        guard let number = Int(text), (1...most).contains(number), "\(number)" == text else {
            throw refusal(text, of: address)
        }
        return number
    }

    /// What is told of a page that there is not.
    static func refusal(_ text: String, of address: AddressQuery) -> Refusal {
        .notFound(
            NotFound(
                what: "This list has no page “\(text)”.", choicesHeading: "What there is",
                choices: [Link(href: address.text, label: "The first page")]))
    }
}
