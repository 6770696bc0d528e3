import Scorecard

/// How single cells of a row are read.
extension WideRowsLoad {
    /// How settled the figure is; `nil` if there is none to see.
    mutating func status() throws(LoadError) -> FigureStatus? {
        let number = try file.number(.status)
        if number == statuses.count {
            let text = file.text(number, of: .status)
            let status = FigureStatus(rawValue: text)
            guard text == "suppressed" || (status != nil && status != .estimated) else {
                throw file.error(
                    .status, "«\(text)» is not one of final, revised, provisional, suppressed")
            }
            statuses.append(status)
        }
        return statuses[number]
    }

    mutating func marker() throws(LoadError) -> QualityMarker? {
        let number = try file.number(.marker)
        if number == markers.count {
            let isEmpty = file.text(number, of: .marker).isEmpty
            markers.append(isEmpty ? nil : try word(number, .marker))
        }
        return markers[number]
    }

    func value(
        isSuppressed: Bool, _ marker: QualityMarker?
    ) throws(LoadError) -> FixedDecimal? {
        let value = try file.decimal(.value)
        if isSuppressed {
            guard value == nil else {
                throw file.error(.value, "is there, and the status says that it is suppressed")
            }
            guard marker != nil else {
                throw file.error(.marker, "is empty, and so nothing says why the value is")
            }
        } else if value == nil {
            throw file.error(.value, "is empty, and the status does not say suppressed")
        }
        return value
    }

    /// A cell that is one of a few words.
    func word<Word>(_ number: Int, _ column: WideColumn) throws(LoadError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        let text = file.text(number, of: column)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw file.error(column, "«\(text)» is not one of \(words)")
        }
        return word
    }

    func refuseEmpty(_ number: Int, _ column: WideColumn) throws(LoadError) {
        guard file.text(number, of: column).isEmpty else { return }
        throw file.error(column, "is empty")
    }

    /// What is said where one thing has two names or units.
    func other(
        _ before: Int, _ now: Int, _ column: WideColumn, of number: Int, _ key: WideColumn
    ) -> LoadError {
        file.error(
            column,
            "«\(file.text(now, of: column))», and on an earlier row «\(file.text(number, of: key))»"
                + " has «\(file.text(before, of: column))»")
    }
}
