/// Words that say why, as they were typed.
struct ReasonForm {
    let typed: String

    init(_ typed: String) {
        self.typed = typed
    }

    /// The words without spaces around them and without what cannot be written on a page.
    ///
    /// - Parameter missing: What is said where there are none.
    /// - Returns: The words, or what is wrong with them.
    func checked(_ missing: String) -> Result<String, FieldFaults> {
        let lines = typed.split(whereSeparator: \.isNewline).map { line in
            line.unicodeScalars.filter { $0.properties.generalCategory != .control || $0 == "\t" }
                .split(whereSeparator: \.properties.isWhitespace).map(String.init)
                .joined(separator: " ")
        }
        let words = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        let count = words.count
        if words.isEmpty { return .failure(Self.fault(missing)) }
        guard count <= EntryWordsCheck.longest else {
            return .failure(
                Self.fault(
                    "Reason must be \(EntryWordsCheck.longest) characters or fewer. "
                        + "It has \(count)"))
        }
        return .success(words)
    }

    private static func fault(_ words: String) -> FieldFaults {
        FieldFaults(all: [FieldFault(field: "reason", words: words)])
    }
}
