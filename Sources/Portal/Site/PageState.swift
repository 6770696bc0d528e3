import SQLite
import Scorecard

/// What published pages are made from: as long as it is the same, so is every one of them.
struct PageState: Equatable {
    /// The number of the settings, templates and public files.
    let content: Int
    /// The day: at midnight what is late and what is judged becomes other.
    let day: Day
    /// What the database holds.
    let data: CommittedState
}
