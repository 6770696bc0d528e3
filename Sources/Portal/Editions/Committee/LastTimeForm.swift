import HTTPServer
import Scorecard

/// What is typed of what became of commitments.
struct LastTimeForm {
    static let longest = 1_000

    /// The texts by the names of their controls.
    private let texts: [String: String]
    /// The version from which the form was drawn, and its revision then.
    let version: String?
    let revision: Int?

    init(_ fields: Query) {
        texts = Dictionary(
            fields.pairs.map { ($0.name, EntryForm.normalised($0.value).stripped) }
        ) { first, _ in first }
        let form = StepForm(fields)
        (version, revision) = (form.version, form.base)
    }

    /// What was typed of a commitment; `nil` where the form had no control for it.
    func text(_ commitment: Commitment) -> String? { texts[commitment.outcome.name] }

    /// What was typed of these.
    func fields(of commitments: [Commitment]) -> [EditionField: String] {
        var fields: [EditionField: String] = [:]
        for commitment in commitments {
            if let text = text(commitment) { fields[commitment.outcome] = text }
        }
        return fields
    }

    /// All that was typed, of whatever commitments.
    var all: [EditionField: String] {
        let outcomes = texts.filter { EditionField(name: $0.key).step == .lastTime }
        return Dictionary(
            uniqueKeysWithValues: outcomes.map { (EditionField(name: $0.key), $0.value) })
    }

    func faults(of commitments: [Commitment]) -> FieldFaults {
        FieldFaults(
            all: commitments.compactMap { commitment in
                guard let count = text(commitment)?.count, count > Self.longest else { return nil }
                return FieldFault(
                    field: commitment.outcome.name,
                    words: "What became of it must be 1,000 characters or fewer. It has \(count)")
            })
    }
}
