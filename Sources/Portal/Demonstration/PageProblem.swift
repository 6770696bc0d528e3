/// What a page says is wrong, for a person at a terminal.
enum PageProblem {
    /// The text of the list of what is wrong, or else the beginning of the page's own.
    static func words(_ page: [UInt8]) -> String {
        var tags = DrawnTags(page)
        var (main, faults): ([String], [String]) = ([], [])
        var (isMain, isFault) = (false, false)
        while let tag = tags.next() {
            if tag.name == "main" { isMain = !tag.isEnd }
            if tag.attributes["class"] == "errors" { isFault = true }
            if isFault, tag.name == "div", tag.isEnd { isFault = false }
            let text = tags.text().stripped
            guard isMain, !text.isEmpty else { continue }
            if isFault { faults.append(text) } else { main.append(text) }
        }
        return faults.isEmpty
            ? String(main.joined(separator: " ").prefix(400)) : faults.joined(separator: "; ")
    }
}
