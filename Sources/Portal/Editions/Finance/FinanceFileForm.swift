import HTTPServer
import Scorecard

/// A file with tables of money as it was sent.
struct FinanceFileForm {
    private let file: UploadedFile?

    init(_ submission: Submission?) {
        file = submission?.files.first { $0.field == FinanceFilePage.fileField && $0.isChosen }
    }

    /// Its bytes, or what is wrong with it at first sight.
    func checked() -> Result<[UInt8], FieldFaults> {
        guard let file else { return fault("Select a file") }
        guard !file.content.isEmpty else { return fault("The selected file is empty") }
        guard file.content.count <= FinanceWorkbook.mostBytes else {
            return fault("The selected file must be smaller than 1MB")
        }
        return .success(file.content.bytes)
    }

    private func fault(_ words: String) -> Result<[UInt8], FieldFaults> {
        .failure(
            FieldFaults(all: [FieldFault(field: FinanceFilePage.fileField, words: words)]))
    }
}
