extension Judgement {
    /// Why the measure has its status, as a sentence with the numbers in it.
    ///
    /// For example: "7.8% is 52.2 points below the target of 60.0%; close would be
    /// within 5.0 points." Nothing in it tells of a figure that is not shown.
    public func explanation(in format: FigureFormat) -> String {
        switch status {
        case .onTarget, .close, .offTarget:
            MissExplanation(self, format)?.sentence ?? status.words + "."
        case .noTarget: "No target has been set, so \(latest(format)) is not judged."
        case .targetExpired: expired(format)
        case .tooEarly: tooEarly(format)
        case .awaitingData: "There has never been a figure."
        case .noNewData:
            "The latest figure, \(latest(format)), is too old to judge on \(day.label)."
        case .suppressed: "The figure\(period) is not shown, so it is not judged."
        case .inDevelopment: "The measure is agreed and not yet in use, so it is not judged."
        case .toBeDefined: "The measure is named and not yet defined, so it cannot be judged."
        case .contextOnly: "The measure sets the scene and is not judged."
        }
    }

    /// `43.0% for 2018/19`.
    private func latest(_ format: FigureFormat) -> String {
        guard let value = figure?.value else { return "the figure\(period)" }
        return format.text(value) + period
    }

    private var period: String { figure.map { " \($0.period.inSentence)" } ?? "" }

    private func expired(_ format: FigureFormat) -> String {
        let ended = target?.ends.map { " on \($0.label)" } ?? ""
        return "The last target ended\(ended), so \(latest(format)) is not judged."
    }

    private func tooEarly(_ format: FigureFormat) -> String {
        if case .trajectory(let trajectory) = target?.goal {
            let first = trajectory.milestones[0]
            return """
                The first milestone is \(format.exactText(first.value)) by \(first.day.label), \
                so \(latest(format)) is not judged.
                """
        }
        let begins = target?.starts.map { " from \($0.label)" } ?? " later"
        return "The target holds\(begins), so \(latest(format)) is not judged."
    }
}
