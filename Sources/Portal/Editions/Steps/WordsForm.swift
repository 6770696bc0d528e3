import HTTPServer

/// What a report says first, in people's own words.
struct WordsForm {
    let overview: String
    let overviewBy: String
    let headlines: String
    let goodPractice: String
    let forCabinet: String

    init(_ sent: Query) {
        let form = StepForm(sent)
        overview = form.text(EditionField.overview.name)
        overviewBy = form.line(EditionField.overviewBy.name)
        headlines = form.text(EditionField.headlines.name)
        goodPractice = form.text(EditionField.goodPractice.name)
        forCabinet = form.text(EditionField.forCabinet.name)
    }

    init(_ content: EditionContent) {
        overview = content[.overview]
        overviewBy = content[.overviewBy]
        headlines = content[.headlines]
        goodPractice = content[.goodPractice]
        forCabinet = content[.forCabinet]
    }

    /// The texts to be kept, or which are too long.
    func texts() -> Result<[EditionField: String], FieldFaults> {
        var faults = [
            EditionLimit.fault(overview, .overview, atMost: EditionLimit.text),
            EditionLimit.fault(overviewBy, .overviewBy, atMost: EditionLimit.line),
            EditionLimit.fault(headlines, .headlines, atMost: EditionLimit.text),
        ].compactMap { $0 }
        let long = headlines.items.firstIndex { $0.count > EditionLimit.remark }
        if faults.allSatisfy({ $0.field != EditionField.headlines.name }), let long {
            faults.append(
                FieldFault(
                    field: EditionField.headlines.name,
                    words:
                        "Headline \(long + 1) must be \(EditionLimit.remark) characters or fewer. "
                        + "It has \(headlines.items[long].count)"))
        }
        faults += [
            EditionLimit.fault(goodPractice, .goodPractice, atMost: EditionLimit.text),
            EditionLimit.fault(forCabinet, .forCabinet, atMost: EditionLimit.text),
        ].compactMap { $0 }
        guard faults.isEmpty else { return .failure(FieldFaults(all: faults)) }
        return .success([
            .overview: overview, .overviewBy: overviewBy, .headlines: headlines,
            .goodPractice: goodPractice, .forCabinet: forCabinet,
        ])
    }
}
