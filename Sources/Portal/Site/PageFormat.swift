import HTTPServer

/// In what form a page is asked for: `?format=csv` on its own address, so that a download has
/// the period and the filters of what is looked at.
enum PageFormat: Equatable {
    case html
    case sheet(SheetForm)

    /// Reads the form from the query of an address.
    ///
    /// - Throws: `Refusal.notFound` with the forms that there are.
    init(_ query: Query, of target: String) throws {
        guard let name = query["format"], name != "html" else {
            self = .html
            return
        }
        guard let form = SheetForm(rawValue: name) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no form “\(name)” of this page.",
                    choicesHeading: "Forms that there are",
                    choices: [
                        Link(href: PageFormat.html.address(of: target), label: "A page")
                    ]
                        + SheetForm.allCases.map { form in
                            Link(
                                href: PageFormat.sheet(form).address(of: target),
                                label: "A file (\(form.label))")
                        }))
        }
        self = .sheet(form)
    }

    /// The address of this form of what has the address `target`.
    func address(of target: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
        var kept = pairs.filter { !$0.hasPrefix("format=") && $0 != "format" }
        if case .sheet(let form) = self { kept.append("format=\(form.rawValue)") }
        return kept.isEmpty ? String(parts[0]) : parts[0] + "?" + kept.joined(separator: "&")
    }

    /// What is told of a page that has no figures of its own.
    static func nothingToDownload(_ target: String) -> NotFound {
        NotFound(
            what: "This page has no figures to download.", choicesHeading: "What there is",
            choices: [Link(href: PageFormat.html.address(of: target), label: "The page itself")])
    }
}
