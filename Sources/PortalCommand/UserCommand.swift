import Portal

/// What the commands about people share.
private enum UserOptions {
    static let common = [Option.root, .database, .settings]

    static let userName = Option(
        name: "user-name", value: "NAME", summary: "whom it is about, by the name to sign in with")
    static let reason = Option(
        name: "reason", value: "TEXT", summary: "why, for the audit trail")

    static func office(_ arguments: Arguments) throws -> PeopleOffice {
        try PeopleOffice(Settings(arguments), user: CommandLineUser.name)
    }

    /// Keeps out or lets in whom the command names, and gives the name back.
    static func set(isActive: Bool, _ arguments: Arguments) throws -> String {
        let name = try arguments.needed(userName)
        try office(arguments).set(
            isActive: isActive, name, reason: try arguments.needed(reason))
        return name
    }

    /// Tells of a link what who passes it on must know.
    static func say(_ link: PeopleOffice.MadeLink, for name: String) {
        let place =
            link.isWhole
            ? "" : " The settings do not say where the portal is: put its address in front of it."
        Terminal.say(
            "\(name) chooses a password with this link, once and within \(link.life).\(place)")
        Terminal.say(link.address)
    }
}

extension Arguments {
    /// What was given for an option that must be.
    fileprivate func needed(_ option: Option) throws -> String {
        guard let text = self[option], !text.isEmpty else {
            throw UsageError(
                "--\(option.name) is needed: --\(option.name) \(option.value ?? "")")
        }
        return text
    }
}

/// `portal user add`: somebody new.
enum UserAddCommand: Command {
    static let name = "user add"
    static let summary = "Adds a person and prints the one-time link to a first password."
    static let options =
        UserOptions.common + [UserOptions.userName, fullName, email, service, role, password]

    private static let fullName = Option(
        name: "name", value: "NAME", summary: "the name to be called by")
    private static let email = Option(
        name: "email", value: "ADDRESS", summary: "the email address, to sign in with, too")
    private static let service = Option(
        name: "service", value: "NAME", summary: "the service, as measures name it")
    private static let role = Option(
        name: "role", value: "ROLE",
        summary: "reader, officer, approver, administrator or auditor; officers and approvers "
            + "can be of officer:strategy=SLUG, officer:service=NAME or officer:measure=CODE; "
            + "can be given several times")
    private static let password = Option(
        name: "password", value: nil,
        summary: "reads a first password from the standard input, to be changed at the first "
            + "sign-in, and prints no link")

    static func run(_ arguments: Arguments) throws {
        var person = PeopleOffice.NewPerson()
        person.userName = try arguments.needed(UserOptions.userName)
        person.name = try arguments.needed(fullName)
        person.email = try arguments.needed(email)
        person.service = arguments[service] ?? ""
        person.roles = arguments.all(role)
        if arguments.has(password) { person.password = readLine() ?? "" }
        let link = try UserOptions.office(arguments).add(person)
        guard let link else {
            Terminal.say("Added \(person.name), who changes the password at the first sign-in.")
            return
        }
        Terminal.say("Added \(person.name).")
        UserOptions.say(link, for: person.name)
    }
}

/// `portal user list`: who there is.
enum UserListCommand: Command {
    static let name = "user list"
    static let summary = "Prints everybody with their roles, from A to Z."
    static let options = UserOptions.common + [csv]

    private static let csv = Option(name: "csv", value: nil, summary: "as a CSV file")

    static func run(_ arguments: Arguments) throws {
        let office = try UserOptions.office(arguments)
        if arguments.has(csv) {
            try Terminal.write(office.file())
            return
        }
        Terminal.say(table: try office.list())
    }
}

/// `portal user disable`: somebody is kept out.
enum UserDisableCommand: Command {
    static let name = "user disable"
    static let summary = "Keeps a person out and ends all their sessions."
    static let options = UserOptions.common + [UserOptions.userName, UserOptions.reason]

    static func run(_ arguments: Arguments) throws {
        Terminal.say("Disabled \(try UserOptions.set(isActive: false, arguments)).")
    }
}

/// `portal user enable`: somebody is let in again.
enum UserEnableCommand: Command {
    static let name = "user enable"
    static let summary = "Lets a disabled person sign in again."
    static let options = UserOptions.common + [UserOptions.userName, UserOptions.reason]

    static func run(_ arguments: Arguments) throws {
        Terminal.say("Enabled \(try UserOptions.set(isActive: true, arguments)).")
    }
}

/// `portal user reset`: a way in for who has lost theirs.
enum UserResetCommand: Command {
    static let name = "user reset"
    static let summary = "Prints a one-time link with which a person chooses another password."
    static let options =
        UserOptions.common + [UserOptions.userName, secondFactor, UserOptions.reason]

    private static let secondFactor = Option(
        name: "second-factor", value: nil,
        summary: "removes the second factor, too, and closes the old password at once")

    static func run(_ arguments: Arguments) throws {
        let name = try arguments.needed(UserOptions.userName)
        let link = try UserOptions.office(arguments).reset(
            name, removesSecondFactor: arguments.has(secondFactor),
            reason: arguments[UserOptions.reason])
        UserOptions.say(link, for: name)
    }
}

/// `portal user role`: what somebody may do.
enum UserRoleCommand: Command {
    static let name = "user role"
    static let summary = "Gives a person roles or takes them away, and ends all their sessions."
    static let options =
        UserOptions.common + [UserOptions.userName, grant, revoke, UserOptions.reason]

    private static let grant = Option(
        name: "grant", value: "ROLE",
        summary: "a role to give, as for 'user add'; can be given several times")
    private static let revoke = Option(
        name: "revoke", value: "ROLE",
        summary: "a role to take away, written as 'user list' has it; can be given several times")

    static func run(_ arguments: Arguments) throws {
        let name = try arguments.needed(UserOptions.userName)
        let reason = try arguments.needed(UserOptions.reason)
        guard arguments.has(grant) || arguments.has(revoke) else {
            throw UsageError("--grant or --revoke is needed")
        }
        let roles = try UserOptions.office(arguments).changeRoles(
            of: name, grant: arguments.all(grant), revoke: arguments.all(revoke), reason: reason)
        Terminal.say(roles.isEmpty ? "\(name) has no role." : "\(name) is now: \(roles).")
    }
}
