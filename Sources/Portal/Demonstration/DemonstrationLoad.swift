import SQLite
import Scorecard

/// A portal to try out: the real catalogue and published figures, and beside them rounds and
/// reports whose figures and words are invented, labelled so on every page.
///
/// All of it goes through the forms that people use, on days that the files name.
package struct Demonstration {
    /// Where all that is invented is, below the root.
    static let folder = "Resources/Demonstration"
    /// Where the rows are that a demonstration adds to the catalogue.
    static let catalogue = folder + "/Catalogue"

    private let settings: Settings
    private let clock: DemonstrationClock
    private let folder: DemonstrationFolder
    private let user: String

    /// Makes ready to build in a database that is not there yet.
    ///
    /// - Parameters:
    ///   - settings: Whose portal it is, and where the database will be.
    ///   - user: Who builds, as the machine knows them.
    /// - Throws: What is wrong with the files, in one line.
    package init(_ settings: Settings, user: String) throws {
        folder = DemonstrationFolder(settings)
        self.user = user
        guard let first = try folder.days().first else {
            throw DemonstrationFault("\(Self.folder) names no day")
        }
        let clock = DemonstrationClock(first)
        self.clock = clock
        var settings = settings
        settings.today = { clock.today }
        settings.now = { clock.now }
        // Nobody has chosen a password yet, and nobody can sign in from elsewhere.
        settings.requiresSecondFactor = false
        settings.signOn = SignOnSettings()
        settings.isPublic = true
        self.settings = settings
    }

    /// Builds it; `say` is told of each stage.
    ///
    /// - Returns: Its last report, where it has one.
    /// - Throws: What was refused, in the words of the page that refused it.
    @discardableResult
    package func build(say: @escaping (String) -> Void) throws -> Report? {
        let database = try Database.open(settings, .readWrite)
        guard try database.isNew else {
            throw DemonstrationFault(
                "\(settings.database) is there already; a demonstration is only made anew")
        }
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        try database.becomeDemonstration(folder.words())
        _ = try CatalogueLoad(settings, user: user).run()
        say("Loaded the catalogue, the published figures and the demonstration’s targets.")
        let desk = try DemonstrationDesk(settings, clock, database, people: addPeople(database))
        let rounds = DemonstrationRounds(desk: desk, folder: folder)
        let reports = DemonstrationReports(desk: desk, folder: folder)
        let events = try rounds.events(say: say) + reports.events(say: say)
        for event in events.sorted(by: { $0.day < $1.day }) { try event.happen() }
        guard let last = try folder.reports().last else { return nil }
        return Report(
            forEveryone: try reports.document(last, forOfficers: false),
            forOfficers: try reports.document(last, forOfficers: true))
    }

    /// The files of the last report that a demonstration has.
    package struct Report {
        /// As everyone may see it.
        package let forEveryone: [UInt8]
        /// With the numbers that others see withheld.
        package let forOfficers: [UInt8]
    }

    /// Adds the people through the office that adds all people, and gives their numbers.
    private func addPeople(_ database: Database) throws -> [DemonstrationDesk.Part: Int64] {
        let office = try PeopleOffice(settings, user: user)
        var people: [DemonstrationDesk.Part: Int64] = [:]
        for row in try folder.people() {
            var new = PeopleOffice.NewPerson()
            new.userName = try row.text("user_name")
            new.name = try row.text("name")
            new.email = try row.text("email")
            new.roles = [try row.text("role")]
            _ = try office.add(new)
            let part = try row.choice("part", as: DemonstrationDesk.Part.self)
            people[part] = try database.person(new.userName)?.id
        }
        return people
    }
}
