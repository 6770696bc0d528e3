@testable import Portal

/// Any text as the file in which a partnership says who it is.
enum SettingsFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        read(text)
        read(needed + text)
    }

    private static let needed = SettingsKey.needed.map { "\($0.key.rawValue) = \($0.example)\n" }
        .joined()

    private static func read(_ text: String) {
        let first = result(text)
        switch first {
        case .success(let settings):
            demand(!settings.organisation.isEmpty, "who it is must be said")
            demand((1...11).contains(settings.passwordCost), "a number is within its limits")
            demand(
                settings.sessionLimits.idle >= 300 && settings.sessionLimits.whole >= 3_600,
                "nobody is signed out at once")
            demand(
                settings.origin.isEmpty || settings.origin.hasPrefix("http"), "an origin is one")
            demand(
                settings.logo.map { !$0.contains("..") && !$0.hasPrefix("/") } ?? true,
                "no picture lies elsewhere")
            let again = result(
                text.split(omittingEmptySubsequences: false) { $0.isNewline }
                    .joined(separator: "\r\n"))
            if case .failure(let mistake) = again { demand(false, "line ends: \(mistake)") }
        case .failure(let mistake):
            let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
            demand(
                mistake.line.map { (1...lines).contains($0) } ?? true,
                "a mistake lies in the file: \(mistake)")
            demand(!mistake.words.isEmpty, "a mistake says something")
        }
    }

    private static func result(_ text: String) -> Result<Settings, SettingsMistake> {
        Result { () throws(SettingsMistake) in
            var settings = Settings(root: "/nowhere", database: ":memory:")
            try SettingsFile(path: "portal.conf").read(text, into: &settings)
            _ = settings.colours.replaceUnreadable()
            return settings
        }
    }
}
