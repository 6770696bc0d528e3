extension EntryTerms {
    /// Why something typed cannot be what a year is expected to come to, as the end of a sentence
    /// that begins with the name of its box.
    ///
    /// Nobody counts what is forecast, so that there is nothing to ask about: a percentage of more
    /// than all is a mistake.
    ///
    /// - Returns: `nil` for what can be, and for nothing.
    public func fault(ofForecast typed: String) -> String? {
        do {
            let input = try DecimalInput(typed)
            return (kind == .count ? input.wordsAsCount : input.words(as: kind))
                ?? range(input.value)
        } catch .empty {
            return nil
        } catch {
            return kind == .count ? error.wordsForCount : error.words
        }
    }

    private func range(_ value: FixedDecimal) -> String? {
        switch kind {
        case .percentage, .composition:
            value < .zero || value > FixedDecimal(100) ? "must be between 0 and 100" : nil
        case .rate: value < .zero ? "must be 0 or more" : nil
        case .count, .score, .points, .narrative: nil
        }
    }
}
