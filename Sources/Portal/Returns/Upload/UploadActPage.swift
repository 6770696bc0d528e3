import Mustache
import Scorecard

/// Asks whether an upload is to be undone, or let go of, and says what that would do.
struct UploadActPage: Page {
    static let template = "returns/upload-act"
    let section: Section? = .returns
    let address: String? = nil
    let summary = "What would become of an upload."
    /// Entries that are told of one by one.
    static let mostTouched = 50

    private let upload: Upload
    private let heading: String
    private let paragraphs: [String]
    private let button: String
    private let action: String
    /// Why it cannot be done.
    private let bar: String?
    private let touched: [TouchedEntry]

    var isBarred: Bool { bar != nil }

    /// Asks whether it is to be undone.
    init(undoing upload: Upload, builtOn: Int, touched: [TouchedEntry]) {
        self.upload = upload
        heading = "Undo the import of \(upload.fileName)?"
        button = "Undo this import"
        action = ReturnLinks.undo(upload.id)
        self.touched = touched
        paragraphs = [
            "Each figure goes back to what it was before this file was imported."
        ]
        if upload.state != .applied {
            bar = "There is nothing to undo: \(upload.state.words.lowercasedFirst)."
        } else if builtOn > 0 {
            bar =
                "This import cannot be undone any more, because "
                + "\(builtOn.counted("figure")) of it \(builtOn == 1 ? "has" : "have") been "
                + "approved since. To change a figure that is published, revise it."
        } else {
            bar = nil
        }
    }

    /// Asks whether it is to be let go of.
    init(discarding upload: Upload) {
        self.upload = upload
        heading = "Discard \(upload.fileName)?"
        button = "Discard this file"
        action = ReturnLinks.discard(upload.id)
        touched = []
        paragraphs = ["Nothing of it is imported, and we do not keep the file."]
        bar =
            upload.mayBeDiscarded
            ? nil : "It cannot be discarded: \(upload.state.words.lowercasedFirst)."
    }

    var values: TemplateRecord {
        let changed = touched.filter { !$0.kept.isEmpty }
        let submitted = touched.count(where: \.isSubmitted)
        return [
            "crumbs": [
                Links.home, Link(href: ReturnLinks.returns, label: "Your returns"),
                Link(href: ReturnLinks.uploads, label: "Uploads"),
                Link(href: ReturnLinks.upload(upload.id), label: upload.fileName),
            ].template,
            "heading": .text(heading),
            "paragraphs": .list(paragraphs.map { .text($0) }),
            "isBarred": .flag(isBarred),
            "bar": bar.template,
            "button": .text(button),
            "action": .text(action),
            "cancelHref": .text(ReturnLinks.upload(upload.id)),
            "hasSubmitted": .flag(submitted > 0),
            "submitted": .text(
                submitted > Self.mostTouched
                    ? "More than \(Self.mostTouched) figures" : submitted.counted("figure")),
            "hasKept": .flag(!changed.isEmpty),
            "hasMore": .flag(touched.count > Self.mostTouched),
            "kept": .list(changed.prefix(Self.mostTouched).map(row)),
        ]
    }

    private func row(_ entry: TouchedEntry) -> TemplateValue {
        let fields = entry.kept.map { UploadColumn(filling: $0)?.title ?? $0.name }
        return [
            "title": .text(entry.title),
            "period": .text(Period(entry.period)?.shortLabel ?? entry.period),
            "fields": .text(Wording.list(fields, "and")),
            "by": .text(entry.by),
            "at": entry.at.map(MomentWords.dayAndTime).template,
        ]
    }
}
