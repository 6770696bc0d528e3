import Mustache
import Scorecard

/// The portfolio holder’s own words.
struct ReportOverviewSection: ReportPart {
    let source: EditionSource

    static let forCabinet = "overview-for-cabinet"
    static let goodPractice = "overview-good-practice"

    var values: TemplateRecord {
        [
            "paragraphs": .list(paragraphs.map { .text($0) }),
            "by": author.template,
            "headlines": .list(source.content.items(.headlines).map { .text($0) }),
            "hasHeadlines": .flag(!source.content.items(.headlines).isEmpty),
            "forCabinet": .list(source.content.items(.forCabinet).map { .text($0) }),
            "hasForCabinet": .flag(!source.content.items(.forCabinet).isEmpty),
            "goodPractice": .list(source.content.items(.goodPractice).map { .text($0) }),
            "hasGoodPractice": .flag(!source.content.items(.goodPractice).isEmpty),
        ]
    }

    var facts: [ReportFact] {
        let overview = [("words", paragraphs.joined(separator: "\n\n")), ("by", author ?? "")]
        return overview.compactMap { fact("overview", "Overview", $0.0, $0.1) }
            + facts(.headlines, "Headlines") + facts(.forCabinet, "Issues for Cabinet")
            + facts(.goodPractice, "Good practice")
    }

    /// What stands between empty lines; a line of its own stays one.
    private var paragraphs: [String] {
        var paragraphs: [[Substring]] = [[]]
        let text = source.content[.overview]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.map { $0.joined(separator: "\n").stripped }.filter { !$0.isEmpty }
    }

    private var author: String? {
        let author = source.content[.overviewBy].stripped
        return author.isEmpty ? nil : author
    }

    private func facts(_ field: EditionField, _ title: String) -> [ReportFact] {
        source.content.items(field).enumerated().compactMap { index, words in
            fact(field.name, title, "item-\(index + 1)", words)
        }
    }

    private func fact(
        _ subject: String, _ title: String, _ name: String, _ text: String
    ) -> ReportFact? {
        guard !text.isEmpty else { return nil }
        return ReportFact(
            section: ReportSection.overview.rawValue, subject: subject, subjectTitle: title,
            name: name, text: text)
    }
}
