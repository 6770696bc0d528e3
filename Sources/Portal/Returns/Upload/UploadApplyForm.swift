import HTTPServer

/// That a file that was looked through is to be imported.
struct UploadApplyForm {
    static let leaveOutField = "leave_out"
    static let previewsField = "previews"

    /// Whether the rows that were refused are to be left out.
    let leavesOut: Bool
    /// Which preview its sender has seen.
    let previews: Int?

    init(_ fields: Query) {
        leavesOut = fields[Self.leaveOutField] == "yes"
        previews = fields[Self.previewsField].flatMap { Int($0) }
    }

    /// What keeps it from being done, if anything does.
    func faults(_ upload: Upload) -> FieldFaults? {
        guard upload.state == .previewed else { return nil }
        if upload.counts.refused > 0, !leavesOut {
            return FieldFaults(all: [
                FieldFault(
                    field: Self.leaveOutField,
                    words: "Fix the refused rows, or choose to leave them out")
            ])
        }
        guard upload.counts.effective == 0 else { return nil }
        return FieldFaults(all: [FieldFault(field: "", words: "No row would change anything")])
    }
}

extension FieldFaults {
    /// What is said of a preview that was made anew since it was seen.
    static let outdated = FieldFaults(all: [
        FieldFault(
            field: "", words: "This preview has been made anew since you saw it. Check it again")
    ])
}
