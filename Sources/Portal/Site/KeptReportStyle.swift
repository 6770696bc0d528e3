import Synchronization

/// The style of reports, read when the first of them needs it and then kept for all threads.
final class KeptReportStyle: Sendable {
    private let settings: Settings
    private let kept = Mutex<ReportStyle?>(nil)

    init(_ settings: Settings) {
        self.settings = settings
    }

    /// The style, read anew each time where templates are.
    func style() throws -> ReportStyle {
        guard !settings.reloadsTemplates else { return try ReportStyle(settings) }
        return try kept.withLock { kept in
            let style = try kept ?? ReportStyle(settings)
            kept = style
            return style
        }
    }
}
