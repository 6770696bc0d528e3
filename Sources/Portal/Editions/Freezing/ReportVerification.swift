/// What is found when a file is held against the fingerprint that it says it has.
package enum ReportVerification: Equatable, CustomStringConvertible {
    /// It says no fingerprint, as drafts do, or not where reports do.
    case noFingerprint
    /// Something in it is not what was published.
    case changed
    /// It is as it was when its fingerprint was made; no database was asked who made it.
    case whole(String)
    /// It is whole, but no report of the portal that was asked.
    case unknown(String)
    /// It is a report of the portal that was asked, byte by byte.
    case published(Publication)

    /// Which report a file is.
    package struct Publication: Equatable {
        let title: String
        let version: String
        let publishedOn: String
        let isForOfficers: Bool
        /// When it was withdrawn and why.
        let withdrawal: String?
        let fingerprint: String
    }

    /// Whether the file can be relied on, as far as is known.
    package var isGood: Bool {
        switch self {
        case .whole, .published: true
        case .noFingerprint, .changed, .unknown: false
        }
    }

    package var description: String {
        switch self {
        case .noFingerprint:
            "not whole: the file does not say one fingerprint, so it is a draft, no report, or "
                + "changed"
        case .changed: "not whole: the file is not what its fingerprint was made of"
        case .whole(let fingerprint): "whole: \(fingerprint)"
        case .unknown(let fingerprint):
            "whole, but this portal has never published it: \(fingerprint)"
        case .published(let publication): publication.words
        }
    }

    /// Holds a file against what it says of itself.
    package init(_ file: [UInt8]) {
        guard let fingerprint = ReportFingerprint(in: file) else {
            self = .noFingerprint
            return
        }
        self = fingerprint.isWhole(file) ? .whole(fingerprint.text) : .changed
    }
}

extension ReportVerification.Publication {
    fileprivate var words: String {
        let edition = isForOfficers ? "officers’ edition" : "public edition"
        let fate = withdrawal.map { "; withdrawn: \($0)" } ?? ""
        return "whole: \(title), version \(version), \(edition), published on \(publishedOn)"
            + "\(fate); fingerprint \(fingerprint)"
    }
}
