import SQLite
import Scorecard

extension ReportVerification {
    /// Holds a file against what it says of itself, and against what a portal has published,
    /// whose database is only read.
    ///
    /// - Throws: What keeps the database from being asked, in one line.
    package init(_ file: [UInt8], database path: String) throws {
        self.init(file)
        guard case .whole(let fingerprint) = self else { return }
        let database = try Database.open(Settings(root: ".", database: path), .readOnly)
        guard try database.hasTable("edition_document") else {
            self = .unknown(fingerprint)
            return
        }
        self = try database.snapshot {
            for entry in try database.publications(of: fingerprint) {
                let kept = try database.document(ofVersion: entry.version, for: entry.audience)
                guard kept?.bytes == file, let version = try database.version(entry.version),
                    let frozen = version.frozen
                else { continue }
                let withdrawal = frozen.withdrawal.map {
                    "\($0.day.label), \($0.because.asClause)"
                }
                return .published(
                    Publication(
                        title: version.title, version: version.label,
                        publishedOn: frozen.figuresAsAt.label,
                        isForOfficers: entry.audience == .service, withdrawal: withdrawal,
                        fingerprint: fingerprint))
            }
            return .unknown(fingerprint)
        }
    }
}
