import HTTPServer
import Scorecard

/// A file of figures, or rows in the box, as they were sent.
struct UploadForm {
    static let fileField = "file"
    static let rowsField = "rows"

    /// What was put into the box.
    let pasted: String
    private let file: UploadedFile?

    init(_ submission: Submission?) {
        pasted = submission?.fields[Self.rowsField] ?? ""
        file = submission?.files.first { $0.field == Self.fileField && $0.isChosen }
    }

    /// What is to be read, or what is wrong with it at first sight.
    func checked() -> Result<NewUpload, FieldFaults> {
        if let file { return checked(file) }
        guard !pasted.isBlank else { return Self.fault(Self.fileField, "Select a file") }
        let bytes = Array(pasted.utf8)
        guard bytes.count <= UploadLimits.pasted else {
            return Self.fault(
                Self.rowsField,
                "What you paste must be smaller than \(UploadLimits.pasted >> 20)MB. Send a file")
        }
        return .success(
            NewUpload(
                fileName: "Pasted rows", format: .paste, bytes: bytes, digest: sha256(bytes)))
    }

    private func checked(_ file: UploadedFile) -> Result<NewUpload, FieldFaults> {
        guard let format = Self.format(of: file) else {
            return Self.fault(Self.fileField, "The selected file must be a CSV, XLSX or ODS")
        }
        guard !file.content.isEmpty else {
            return Self.fault(Self.fileField, "The selected file is empty")
        }
        guard file.content.count <= UploadLimits.file else {
            return Self.fault(
                Self.fileField,
                "The selected file must be smaller than \(UploadLimits.megabytes)MB")
        }
        var digest = RunningDigest()
        file.content.forEachPiece { digest.add($0) }
        return .success(
            NewUpload(
                fileName: Self.shown(file.name), format: format, bytes: file.content.bytes,
                digest: digest.finish()))
    }

    /// What the name says that it is, and for a workbook what its first bytes say.
    private static func format(of file: UploadedFile) -> UploadFormat? {
        guard let dot = file.name.lastIndex(of: ".") else { return nil }
        switch file.name[dot...].dropFirst().lowercased() {
        case "csv", "tsv", "txt": return .csv
        case "xlsx": return .xlsx
        case "ods": return .ods
        default: return nil
        }
    }

    /// The name without what cannot be seen or turns text around, and not too long.
    static func shown(_ name: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                continue
            default: clean.append(scalar)
            }
        }
        let text = String(clean)
        return text.isBlank ? "Unnamed file" : String(text.prefix(150))
    }

    private static func fault<Value>(_ field: String, _ words: String) -> Result<Value, FieldFaults>
    {
        .failure(FieldFaults(all: [FieldFault(field: field, words: words)]))
    }
}
