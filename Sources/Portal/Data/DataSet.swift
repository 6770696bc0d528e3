/// A file of data that can be downloaded, by the name that its address has.
enum DataSet: Equatable {
    /// The figures of every measure.
    case figures
    /// What each measure is.
    case measures
    case targets
    /// The strategies with their objectives.
    case strategies
    /// The figures of the measures on one scorecard.
    case scorecard(String)
    /// The figures of one measure.
    case measure(String)

    /// The sets of which there is one each.
    static let whole: [DataSet] = [.figures, .measures, .targets, .strategies]

    private static let scorecardPrefix = "scorecard-"
    private static let measurePrefix = "measure-"

    /// Reads the name of a file without its ending, such as `figures`; `nil` if no set is called so.
    init?(name: String) {
        if let set = Self.whole.first(where: { $0.name == name }) {
            self = set
        } else if name.hasPrefix(Self.scorecardPrefix) {
            self = .scorecard(String(name.dropFirst(Self.scorecardPrefix.count)))
        } else if name.hasPrefix(Self.measurePrefix) {
            self = .measure(String(name.dropFirst(Self.measurePrefix.count)))
        } else {
            return nil
        }
    }

    /// What the file is called, without its ending.
    var name: String {
        switch self {
        case .figures: "figures"
        case .measures: "measures"
        case .targets: "targets"
        case .strategies: "strategies"
        case .scorecard(let slug): Self.scorecardPrefix + slug
        case .measure(let slug): Self.measurePrefix + slug
        }
    }
}

/// A set in one of the forms that sheets have.
struct DataFile: Equatable {
    let set: DataSet
    let form: SheetForm

    /// Reads the last part of an address, such as `figures.csv`; `nil` if no file is called so.
    init?(_ file: String) {
        guard let form = SheetForm.allCases.first(where: { file.hasSuffix(".\($0.rawValue)") }),
            let set = DataSet(name: String(file.dropLast(form.rawValue.count + 1)))
        else { return nil }
        self.set = set
        self.form = form
    }
}
