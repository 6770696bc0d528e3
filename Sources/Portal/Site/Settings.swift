package import Scorecard

/// What differs between one partnership's portal and another's, and between a test and the day.
package struct Settings: Sendable {
    /// The folder that holds `Resources`, `Templates` and `Public`.
    package var root: String
    /// The database file.
    package var database: String
    /// The area whose figures the portal reports, as readers call it.
    package var organisation = "Stockport"
    /// What kind of body leads the partnership.
    package var organisationKind = "Council"
    /// The portal's own name.
    package var service = "Children’s performance"
    /// The partnership, as the footer names it.
    package var partnership = "Stockport Family Partnership"
    /// Where the portal is found, such as `https://performance.example.org`; empty if not said.
    package var origin = ""
    /// How one number stands for the statistical neighbours.
    package var neighbourMethod = BenchmarkMethod.median
    /// Whether templates are read anew for each page, for those who edit them.
    package var reloadsTemplates = false
    /// The day it is; tests set it.
    package var today: @Sendable () -> Day

    /// Creates settings for the folder and the database given.
    package init(
        root: String, database: String, today: @escaping @Sendable () -> Day = Clock.today
    ) {
        self.root = root
        self.database = database
        self.today = today
    }
}
