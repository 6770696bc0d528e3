/// What must be known of a measure to read and to doubt the figures typed for it.
public struct EntryTerms: Hashable, Sendable {
    /// How its figures are typed.
    public let shape: EntryShape
    /// What kind of number they are.
    public let kind: ValueKind
    /// The places after the point that they are told with.
    public let decimals: Int
    /// What it is called.
    public let title: String
    /// What is counted.
    public let numeratorName: String?
    /// What it is counted out of.
    public let denominatorName: String?
    /// The largest count that is not shown to the public.
    public let threshold: Int
    /// What stretch of time each figure counts.
    public let timeBasis: TimeBasis

    /// Creates the terms of a measure.
    public init(
        shape: EntryShape, kind: ValueKind, decimals: Int, title: String,
        numeratorName: String? = nil, denominatorName: String? = nil, threshold: Int = 5,
        timeBasis: TimeBasis = .inPeriod
    ) {
        self.shape = shape
        self.kind = kind
        self.decimals = min(max(decimals, 0), FixedDecimal.places)
        self.title = title
        self.numeratorName = numeratorName
        self.denominatorName = denominatorName
        self.threshold = threshold
        self.timeBasis = timeBasis
    }

    /// How its figures are written.
    public var format: FigureFormat { FigureFormat(kind: kind, decimals: decimals) }

    /// Whether a figure is too small to be shown to the public.
    public func withholds(_ figure: Figure) -> Bool {
        SmallNumberRule(threshold: threshold).withholds(
            value: figure.value, numerator: figure.numerator, denominator: figure.denominator,
            kind: kind)
    }

    /// What is asked for when a figure must be given and nothing was typed: one for each box that
    /// may not stay empty.
    public var missing: [EntryFault] {
        switch shape {
        case .ratio:
            [EntryBox.numerator, .denominator].map {
                EntryFault(box: $0, words: "Enter \(name(of: $0))")
            }
        case .count:
            [
                EntryFault(
                    box: .value,
                    words: Self.short(numeratorName).map { "Enter the number of \($0)" }
                        ?? "Enter \(name(of: .value))")
            ]
        case .value:
            [EntryFault(box: .value, words: "Enter \(name(of: .value))")]
        }
    }
}

extension EntryTerms {
    /// The most characters of a name that messages use.
    ///
    /// One message names both numbers ("Enter …, or clear …"), and with forty for each it stays
    /// within two lines of a page. The catalogue's longest names have more than a hundred.
    public static let longestName = 40

    /// What a box is called in the midst of a sentence: `annual reviews due`.
    ///
    /// The two numbers of a ratio are both called by their own names or neither is, so that no
    /// message puts a name beside "the top number".
    public func name(of box: EntryBox) -> String {
        switch (box, shape) {
        case (.numerator, .ratio): pairedNames?.numerator ?? "the top number"
        case (.denominator, .ratio): pairedNames?.denominator ?? "the bottom number"
        case (.denominator, .value): Self.short(denominatorName) ?? "the bottom number"
        case (.value, .count): Self.short(numeratorName) ?? "the figure"
        // A title keeps its capital, which may be that of a name: Progress 8.
        case (.value, .value): title.isShortName ? title : "the figure"
        case (.value, .ratio): "the result"
        case (.numerator, .count), (.numerator, .value): "the top number"
        case (.denominator, .count): "the bottom number"
        }
    }

    private var pairedNames: (numerator: String, denominator: String)? {
        guard let numerator = Self.short(numeratorName),
            let denominator = Self.short(denominatorName)
        else { return nil }
        return (numerator, denominator)
    }

    private static func short(_ name: String?) -> String? {
        guard let name, name.isShortName else { return nil }
        return name.lowercasedFirst
    }
}

extension String {
    fileprivate var isShortName: Bool { !isEmpty && count <= EntryTerms.longestName }
}
