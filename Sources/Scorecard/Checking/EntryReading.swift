/// What was typed for a figure, understood.
public struct EntryReading: Hashable, Sendable {
    /// The figure; `nil` if nothing was typed or something is wrong.
    public let figure: Figure?
    /// What is wrong, in the order of the boxes.
    public let faults: [EntryFault]
    /// Whether every box is empty.
    public let isBlank: Bool
    /// What to show in the boxes: numbers as the portal writes them (`1,436`), and what cannot be
    /// read as it was typed.
    public let normalised: TypedFigure

    /// Reads what was typed.
    ///
    /// Whether a figure must be given, and whether it must be said how settled it is, is the
    /// caller's to decide; until it is said, the figure counts as final.
    ///
    /// - Parameters:
    ///   - typed: what was typed.
    ///   - period: the time that the figure is for.
    ///   - flag: what was said of it; `nil` if nothing was yet.
    ///   - terms: what is known of the measure.
    public init(_ typed: TypedFigure, period: Period, flag: EntryFlag?, terms: EntryTerms) {
        let boxes = TypedBoxes(typed, terms)
        isBlank = boxes.isBlank
        normalised = boxes.normalised
        guard let first = boxes.filled.first else {
            (figure, faults) = (nil, [])
            return
        }
        guard flag != .nothing else {
            figure = nil
            faults = [EntryFault(box: first, words: Self.contradiction)]
            return
        }
        let found = boxes.faults
        figure = found.isEmpty ? boxes.figure(for: period, flag?.status ?? .final) : nil
        faults =
            found.isEmpty && figure == nil
            ? [EntryFault(box: first, words: Self.tooLarge)] : found
    }

    private static let contradiction =
        "Clear the figure, or choose whether it is final, provisional or estimated"
    private static let tooLarge =
        "The result is too large to work out. Check the top and bottom numbers"
}

/// Something typed that cannot be a figure, and what to do.
public struct EntryFault: Hashable, Sendable {
    /// The box to go to.
    public let box: EntryBox
    /// What is wrong, as a sentence without its full stop.
    public let words: String
    /// Whether something was only not typed yet: a draft may be kept without it.
    public let isMissing: Bool

    /// Creates a fault.
    public init(box: EntryBox, words: String, isMissing: Bool = false) {
        self.box = box
        self.words = words
        self.isMissing = isMissing
    }
}
