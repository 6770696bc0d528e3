import Scorecard

/// A column of the template in which officers send figures.
enum UploadColumn: Int, CaseIterable, Sendable {
    case inReturn
    case code
    case measure
    case period
    case periodWords
    case groupCode
    case group
    case counted
    case numerator
    case denominator
    case value
    case figure
    case comment
    case why
    case doing
    case action
    case who
    case by
    case progress
    case forecast
    case reason
    case last
    case yearBefore

    /// What its heading says.
    var title: String {
        switch self {
        case .inReturn: "Return"
        case .code: "Measure code"
        case .measure: "Measure"
        case .period: "Period"
        case .periodWords: "Period in words"
        case .groupCode: "Group code"
        case .group: "Group"
        case .counted: "What to count"
        case .numerator: "Top number"
        case .denominator: "Bottom number"
        case .value: "Value"
        case .figure: "Figure is"
        case .comment: "Comment"
        case .why: "Why"
        case .doing: "What we are doing"
        case .action: "What will be done"
        case .who: "Who"
        case .by: "By when"
        case .progress: "How far it is"
        case .forecast: "Forecast"
        case .reason: "Nothing to report because"
        case .last: "Last time"
        case .yearBefore: "Same time last year"
        }
    }

    /// Other headings by which it is known, in small letters and digits alone.
    private var synonyms: [String] {
        switch self {
        case .inReturn, .counted: []
        case .code: ["code", "measureid", "measureref", "measurereference"]
        case .measure: ["measurename", "measuretitle", "indicator", "kpi"]
        case .period: ["periodcode", "quarter"]
        case .periodWords: ["periodlabel", "periodname"]
        case .groupCode: ["breakdown", "breakdowncode"]
        case .group: ["groupname", "groupofchildren", "breakdownname"]
        case .numerator: ["numerator", "top", "numberontop"]
        case .denominator: ["denominator", "bottom"]
        case .value: ["figure", "number"]
        case .figure: ["flag", "figurestatus", "status"]
        case .comment: ["commentary", "comments", "whathappened"]
        case .why: ["whyitisso"]
        case .doing: ["doing"]
        case .action: ["action", "correctiveaction"]
        case .who: ["whoisresponsible", "responsible", "actionowner"]
        case .by: ["actiondue", "duedate"]
        case .progress: ["progress"]
        case .forecast: ["yearendforecast", "forecastfortheyear"]
        case .reason: ["whythereisnothingtoreport", "reason"]
        case .last: ["lastvalue", "lastfigure"]
        case .yearBefore: ["lastyear", "yearbefore"]
        }
    }

    /// Which box of a figure it fills in.
    var box: EntryBox? {
        switch self {
        case .numerator: .numerator
        case .denominator: .denominator
        case .value: .value
        case .inReturn, .code, .measure, .period, .periodWords, .groupCode, .group, .counted,
            .figure, .comment, .why, .doing, .action, .who, .by, .progress, .forecast, .reason,
            .last, .yearBefore:
            nil
        }
    }

    /// Which field of the words it fills in.
    var field: EntryField? {
        switch self {
        case .figure: .figure
        case .comment: .comment
        case .why: .why
        case .doing: .doing
        case .action: .action
        case .who: .who
        case .by: .by
        case .progress: .progress
        case .forecast: .forecast
        case .reason: .reason
        case .inReturn, .code, .measure, .period, .periodWords, .groupCode, .group, .counted,
            .numerator, .denominator, .value, .last, .yearBefore:
            nil
        }
    }

    /// Whether it tells the officer something, and is not read.
    var isForReading: Bool {
        switch self {
        case .inReturn, .periodWords, .counted, .last, .yearBefore: true
        case .code, .measure, .period, .groupCode, .group, .numerator, .denominator, .value,
            .figure, .comment, .why, .doing, .action, .who, .by, .progress, .forecast, .reason:
            false
        }
    }

    static let boxes = allCases.filter { $0.box != nil }
    static let words = allCases.filter { $0.field != nil }

    /// The column that fills in a field, be it a group's.
    init?(filling field: EntryField) {
        let name = field.name.prefix { $0 != "/" }
        let column = Self.allCases.first {
            $0.box?.rawValue == String(name) || $0.field?.name == String(name)
        }
        guard let column else { return nil }
        self = column
    }

    /// The column that a heading names, whatever its case and spaces.
    init?(heading: String) {
        guard let column = Self.known[Self.folded(heading)] else { return nil }
        self = column
    }

    private static let known: [String: UploadColumn] = {
        var known: [String: UploadColumn] = [:]
        for column in allCases {
            for name in [folded(column.title)] + column.synonyms { known[name] = column }
        }
        return known
    }()

    private static func folded(_ heading: String) -> String {
        // Longer than any heading is no heading.
        guard heading.utf8.count <= 100 else { return "" }
        return heading.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
