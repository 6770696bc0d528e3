import SQLite

@testable import Portal

/// A trail in a database of its own, to be looked through and tampered with.
struct TestTrail {
    let folder: TemporaryFolder
    let settings: Settings
    let database: Database

    /// A trail of so many entries, every column of which is filled in some of them.
    init(_ count: Int) throws {
        folder = try TemporaryFolder()
        settings = try .testing(in: folder)
        database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        try database.run(
            """
            INSERT INTO person (id, user_name, email, name, created_at)
            VALUES (1, 'anna', 'anna@example.org', 'Anna', 1), (2, 'ben', 'b@example.org', 'Ben', 1)
            """)
        for number in stride(from: 1, through: count, by: 1) {
            try append(Self.entry(number), at: 1_700_000_000 + number)
        }
    }

    func append(_ entry: TrailEntry, at moment: Int) throws {
        try database.append(entry, at: moment)
    }

    static func entry(_ number: Int) -> TrailEntry {
        TrailEntry(
            actor: TrailEntry.Actor(person: 1, name: "anna"), action: .rolesChanged,
            subject: TrailEntry.Subject(kind: .person, name: "person-\(number)"),
            before: JSONObject(["roles": "reader"]), after: JSONObject(["roles": "officer"]),
            reason: "asked for, \(number)", address: "192.0.2.\(number)", request: "r\(number)")
    }

    func found(end: String? = nil) throws -> TrailVerification {
        try database.verifiedTrail(end: end)
    }

    /// What is broken, as `portal audit verify` says it.
    func words(end: String? = nil) throws -> String {
        switch try found(end: end) {
        case .whole: "whole"
        case .broken(let fault): "\(fault)"
        }
    }

    /// Takes away what guards the trail.
    func disarm() throws {
        for name in try database.trailSchema().keys where name.hasPrefix("trigger ") {
            try database.script("DROP TRIGGER \(name.dropFirst("trigger ".count))")
        }
        try database.script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
    }
}

extension TestPortal {
    /// A person with a role, with a second factor, so that nothing is to be done first.
    func colleague(_ userName: String, _ role: Role) throws -> TestMember {
        let member = try member(userName, role)
        try database().run(
            """
            INSERT INTO second_factor (person_id, secret, confirmed_at)
            VALUES (\(member.id), \([UInt8](repeating: 7, count: 20)), \(settings.now()))
            """)
        return member
    }
}
