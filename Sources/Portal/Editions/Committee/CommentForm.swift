import HTTPServer
import Scorecard

/// What is typed of a committee's comment, and of what is answered.
struct CommentForm: Equatable {
    let kind: String
    let words: String
    let saidOn: String
    /// The code of a measure, or nothing.
    let measure: String
    let assigned: String
    let due: String
    let answer: String
    /// That of the comment from which the form was drawn.
    let revision: Int?

    static let longestWords = 2_000
    static let longestRole = 100

    init(_ fields: Query) {
        func text(_ name: String) -> String {
            EntryForm.normalised(fields[name] ?? "").stripped
        }
        /// What is typed into a box of one line, which a browser sends as one.
        func line(_ name: String) -> String {
            text(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        kind = line("kind")
        words = text("words")
        saidOn = line("said-on")
        measure = line("measure")
        assigned = line("assigned")
        due = line("due")
        answer = text("answer")
        revision = fields["revision"].flatMap { Int($0) }
    }

    /// The form of a new comment, said on the day of the meeting if that is over.
    init(meeting: Day?, on today: Day) {
        kind = CommitteeComment.Kind.request.rawValue
        words = ""
        saidOn = meeting.flatMap { $0 <= today ? $0.label : nil } ?? ""
        measure = ""
        assigned = ""
        due = ""
        answer = ""
        revision = nil
    }

    /// The form of a comment that there is.
    init(_ comment: CommitteeComment) {
        let record = comment.record
        kind = record.kind.rawValue
        words = record.words
        saidOn = record.saidOn.label
        measure = record.measure ?? ""
        assigned = record.assignedTo ?? ""
        due = record.due?.label ?? ""
        answer = record.answer ?? ""
        revision = comment.revision
    }

    /// What is to be kept, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - earlier: What is kept now, if the comment is not new.
    ///   - measures: The codes of the measures that it can be about.
    ///   - today: The day it is.
    /// - Returns: The record, or faults.
    func checked(
        over earlier: CommentRecord?, about measures: [CommentableMeasure], on today: Day
    ) -> Result<CommentRecord, FieldFaults> {
        let (saidOn, due) = (Day(typed: saidOn), Day(typed: due))
        let codes = Set(measures.map(\.code) + [earlier?.measure].compactMap(\.self))
        let faults = [
            ("kind", kindFault), ("words", wordsFault), ("said-on", saidOnFault(saidOn, today)),
            (
                "measure",
                measure.isEmpty || codes.contains(measure)
                    ? nil : "Choose a measure of the report, or none"
            ),
            ("assigned", Self.tooLong(assigned, "Who is to answer", Self.longestRole)),
            ("due", dueFault(due, saidOn)),
            ("answer", Self.tooLong(answer, "Answer", Self.longestWords)),
        ].compactMap { field, words in words.map { FieldFault(field: field, words: $0) } }
        guard faults.isEmpty, let kind = CommitteeComment.Kind(rawValue: kind), let saidOn else {
            return .failure(FieldFaults(all: faults))
        }
        let answer = self.answer.isEmpty ? nil : self.answer
        return .success(
            CommentRecord(
                kind: kind, saidOn: saidOn, words: words,
                measure: measure.isEmpty ? nil : measure,
                assignedTo: assigned.isEmpty ? nil : assigned, due: due, answer: answer,
                answeredOn: answer == nil
                    ? nil : answer == earlier?.answer ? earlier?.answeredOn : today))
    }

    private var kindFault: String? {
        CommitteeComment.Kind(rawValue: kind) == nil
            ? "Choose whether it is a comment or a request" : nil
    }

    private var wordsFault: String? {
        words.isEmpty
            ? "Enter what the committee said"
            : Self.tooLong(words, "What was said", Self.longestWords)
    }

    private func saidOnFault(_ day: Day?, _ today: Day) -> String? {
        if saidOn.isEmpty { return "Enter the date on which it was said" }
        guard let day else {
            return "Date on which it was said must be a date, like 20 November 2026"
        }
        return day > today ? "Date on which it was said must be today or in the past" : nil
    }

    private func dueFault(_ day: Day?, _ saidOn: Day?) -> String? {
        if due.isEmpty { return nil }
        guard let day else { return "Date by which to answer must be a date, like 31 January 2027" }
        guard let saidOn, day < saidOn else { return nil }
        return "Date by which to answer must not be before the day on which it was said"
    }

    private static func tooLong(_ text: String, _ label: String, _ most: Int) -> String? {
        text.count > most
            ? "\(label) must be \(most.grouped) characters or fewer. It has \(text.count.grouped)"
            : nil
    }
}

extension Int {
    /// With a comma between thousands.
    fileprivate var grouped: String {
        self < 1_000 ? "\(self)" : "\(self / 1_000)," + "\(1_000 + self % 1_000)".dropFirst()
    }
}
