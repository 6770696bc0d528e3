import HTTPServer

/// Which rows of a preview are shown.
struct UploadFilter {
    /// `nil` for all.
    let outcome: UploadOutcome?
    let pages: Pagination
    let address: AddressQuery

    /// Rows on a page.
    static let pageLength = 50

    /// - Throws: `Refusal.notFound` for rows or a page that there are not.
    init(_ query: Query, of upload: Upload) throws {
        let path = ReturnLinks.upload(upload.id)
        let shown = query["rows"].flatMap { $0.isEmpty ? nil : $0 }
        outcome = try shown.map { text in
            guard let outcome = UploadOutcome(rawValue: text) else {
                throw Refusal.notFound(
                    NotFound(
                        what: "There are no rows called “\(text)”.",
                        choicesHeading: "What there is",
                        choices: [Link(href: path, label: "All rows")]))
            }
            return outcome
        }
        address = AddressQuery(path: path, [("rows", shown ?? "")])
        let count = outcome.map { upload.counts[$0] } ?? upload.counts.all
        let number = try PageNumber.asked(query["page"], of: address)
        pages = Pagination(count: count, pageLength: Self.pageLength, number)
        guard number <= pages.pages else { throw PageNumber.refusal("\(number)", of: address) }
    }
}
