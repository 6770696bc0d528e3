import Mustache
import Scorecard

/// Where a file of figures is sent, or rows are put into a box.
struct NewUploadPage: Page {
    static let template = "returns/upload-new"
    let section: Section? = .returns
    let address: String? = ReturnLinks.newUpload
    let summary = "Send figures in a file."
    /// What was put into the box.
    var pasted = ""
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Link(href: ReturnLinks.returns, label: "Your returns"),
                Link(href: ReturnLinks.uploads, label: "Uploads"),
            ].template,
            "action": .text(ReturnLinks.newUpload),
            "templates": TemplateRoutes.links.template,
            "megabytes": .integer(UploadLimits.megabytes),
            "clearing": .text(UploadedCell.clearing),
            "file": .text(UploadForm.fileField),
            "fileFault": faults[UploadForm.fileField].template,
            "rows": .text(UploadForm.rowsField),
            "rowsFault": faults[UploadForm.rowsField].template,
            "pasted": .text(pasted),
        ]
        values.append(contentsOf: faults.values)
        return values
    }
}
