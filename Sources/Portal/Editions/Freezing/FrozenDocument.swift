import Scorecard

/// The file of a frozen version for one audience, as it is kept.
struct FrozenDocument: Equatable {
    let audience: Audience
    let bytes: [UInt8]
    let fingerprint: String
    /// SHA-256 of its style in base 64, by which browsers let the style in.
    let styleDigest: String
}

/// What is told of such a file without reading it.
struct FrozenDocumentEntry: Equatable {
    let version: Int64
    let audience: Audience
    let size: Int
    let fingerprint: String

    /// The size as people read it.
    var sizeWords: String { "\(max(1, (size + 512) / 1024)) KB" }
}

/// All that freezing keeps of a version.
struct FrozenContent {
    let title: String
    let board: BoardRole
    /// The day of the meeting, where one was written that can be read.
    let meeting: Day?
    /// The codes of its measures.
    let measures: [String]
    let figuresAsAt: Day
    let follows: Int64?
    /// Of both audiences.
    let documents: [(document: FrozenDocument, facts: [ReportFact])]
}

extension ReportOffice {
    /// Draws a version for both audiences, each once, with all that is told of it.
    ///
    /// Within the transaction that keeps it, so that all of it is from one state of the database.
    ///
    /// - Throws: `ReportFault` for a version that cannot be frozen as it stands.
    func frozenContent(of version: EditionVersion) throws -> FrozenContent {
        let day = settings.today()
        let sources = try Audience.allCases.map { audience in
            try database.source(
                of: version, for: audience, on: day, EditionPortal(settings))
        }
        guard let source = sources.first, let board = source.board else {
            let slug = version.content[.board]
            throw slug.isBlank ? ReportFault.noBoard : .unknownBoard(slug)
        }
        let style = try reportStyle.style()
        return FrozenContent(
            title: version.title, board: board, meeting: Day(typed: version.content[.meeting]),
            measures: source.measures.groups.flatMap(\.measures).map(\.code), figuresAsAt: day,
            follows: source.past.previous?.id,
            documents: try sources.map { try frozenDocument($0, style, on: day) })
    }

    private func frozenDocument(
        _ source: EditionSource, _ style: ReportStyle, on day: Day
    ) throws -> (document: FrozenDocument, facts: [ReportFact]) {
        let mark = settings.random(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
        let document = ReportDocument(
            source: source, style: style, fingerprint: mark, approvedOn: day)
        let (file, fingerprint) = try ReportFingerprint.put(
            inPlaceOf: mark, into: document.bytes(templates))
        return (
            FrozenDocument(
                audience: source.audience, bytes: file, fingerprint: fingerprint.text,
                styleDigest: document.style.digest),
            document.facts
        )
    }
}
