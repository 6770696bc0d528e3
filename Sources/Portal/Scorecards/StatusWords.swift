import Scorecard

extension TargetStatus {
    /// The drawing that stands before the words.
    var icon: String {
        switch self {
        case .onTarget: "i-on"
        case .close: "i-near"
        case .offTarget: "i-off"
        case .noTarget, .contextOnly: "i-none"
        case .targetExpired, .tooEarly, .noNewData, .awaitingData: "i-time"
        case .suppressed: "i-supp"
        case .inDevelopment, .toBeDefined: "i-wait"
        }
    }

    /// The ending of the style that colours it.
    var look: String {
        switch self {
        case .onTarget: "on"
        case .close: "near"
        case .offTarget: "off"
        case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            "none"
        }
    }
}

extension Change.Direction {
    /// The arrow that shows which way a number moved.
    var icon: String {
        switch self {
        case .up: "i-up"
        case .down: "i-down"
        case .flat: "i-flat"
        }
    }
}

extension Change.Meaning {
    /// The style that tells better from worse.
    var look: String {
        switch self {
        case .better: " move--better"
        case .worse: " move--worse"
        case .noChange, .neither, .notComparable: ""
        }
    }

    /// The word after a signed number.
    var word: String? {
        switch self {
        case .better: "better"
        case .worse: "worse"
        case .noChange, .neither, .notComparable: nil
        }
    }
}

extension Change {
    /// The change in words: `+0.9 worse`, `No change`, `Not comparable`.
    func words(_ format: FigureFormat) -> String {
        guard let difference else {
            return silence == .suppressed ? "Not shown" : "Not comparable"
        }
        guard meaning != .noChange else { return "No change" }
        let number = format.change(difference)
        guard let word = meaning.word else { return number }
        return number + " " + word
    }
}
