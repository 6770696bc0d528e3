/// Where the pages of returns are.
enum ReturnLinks {
    static let returns = "/returns"
    static let returnsLink = Link(href: returns, label: "Returns")
    static let uploads = "/uploads"
    static let newUpload = "/uploads/new"
    static let template = "/returns/template"
    static let approvals = "/approvals"
    static let rounds = "/rounds"
    static let newRound = "/rounds/new"
    static let calendar = "/returns/calendar"

    /// The entry grid of a return.
    static func grid(_ id: Int64) -> String { "/returns/\(id)" }
    /// What was typed, looked through before it is submitted.
    static func check(_ id: Int64) -> String { "/returns/\(id)/check" }
    static func submitted(_ id: Int64) -> String { "/returns/\(id)/submitted" }
    static func history(_ id: Int64) -> String { "/returns/\(id)/history" }
    /// One measure's figure on a page of its own.
    static func entry(_ entry: ReturnEntry) -> String { self.entry(entry.id, in: entry.returnID) }
    static func entry(_ id: Int64, in figureReturn: Int64) -> String {
        "/returns/\(figureReturn)/figures/\(id)"
    }
    static func revise(_ entry: ReturnEntry) -> String { self.entry(entry) + "/revise" }

    static func approval(_ id: Int64) -> String { "/approvals/\(id)" }
    static func sendBack(_ entry: ReturnEntry) -> String {
        "/approvals/\(entry.returnID)/figures/\(entry.id)/send-back"
    }

    static func round(_ id: Int64) -> String { "/rounds/\(id)" }
    static func dates(ofRound id: Int64) -> String { "/rounds/\(id)/dates" }
    static func measures(ofRound id: Int64) -> String { "/rounds/\(id)/measures" }
    static func close(_ round: Int64) -> String { "/rounds/\(round)/close" }
    static func reopen(_ round: Int64) -> String { "/rounds/\(round)/reopen" }
    static func reminders(ofRound id: Int64) -> String { "/rounds/\(id)/reminders" }
    static func publication(_ id: Int64) -> String { "/rounds/\(id)/publish" }
    static func upload(_ id: Int64) -> String { "/uploads/\(id)" }
    static func undo(_ id: Int64) -> String { "/uploads/\(id)/undo" }
    static func discard(_ id: Int64) -> String { "/uploads/\(id)/discard" }
}

extension ReturnLinks {
    static func withdraw(_ id: Int64) -> String { "/returns/\(id)/withdraw" }
}
