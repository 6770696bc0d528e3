import Mustache
import Scorecard

/// The files that somebody has sent, and for a lead those of others that were imported.
struct UploadListPage: Page {
    static let template = "returns/uploads"
    static let pageLength = 50
    let section: Section? = .returns
    let address: String? = ReturnLinks.uploads
    let summary = "Files of figures that were sent, and what became of them."
    let uploads: [Upload]
    let pages: Pagination
    let reader: Account

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: ReturnLinks.returns, label: "Your returns")].template,
            "titleWords": .text(pages.titleWords),
            "mayUpload": .flag(reader.may(.enterFigures)),
            "newHref": .text(ReturnLinks.newUpload),
            "seesOthers": .flag(reader.may(.approveFigures)),
            "hasUploads": .flag(!uploads.isEmpty),
            "uploads": .list(uploads.map(row)),
        ]
        values.append(
            contentsOf: pages.values(
                AddressQuery(path: ReturnLinks.uploads, []), label: "Pages of uploads"))
        return values
    }

    private func row(_ upload: Upload) -> TemplateValue {
        [
            "href": .text(ReturnLinks.upload(upload.id)),
            "name": .text(upload.fileName),
            "fingerprint": .text(upload.fingerprint),
            "by": .text(upload.person == reader.id ? "You" : upload.personName),
            "at": .text(MomentWords.dayAndTime(upload.sentAt)),
            "state": .text(upload.state.words),
            "look": .text(upload.state.look),
            "result": upload.result.template,
            "undoHref": reader.may(.enterFigures) && upload.state == .applied
                ? .text(ReturnLinks.undo(upload.id)) : .absent,
        ]
    }
}

extension Upload {
    /// What came of it, in a few words.
    var result: String? {
        switch state {
        case .reading, .applying, .undoing: nil
        case .unreadable: problem
        case .previewed:
            counts.refused == 0
                ? "\(counts.effective.counted("row")) to import"
                : "\(counts.effective.counted("row")) to import, \(counts.refused) refused"
        case .applied:
            "\(counts.effective.counted("row")) imported"
                + (counts.refused == 0 ? "" : ", \(counts.refused) left out")
        case .undone:
            undoneAt.map { "On \(MomentWords.dayAndTime($0)), by \(undoneBy ?? "somebody")" }
        case .discarded: "Nothing was imported"
        }
    }
}
