import SQLite
import Testing

@Suite struct MigrationsTests {
    @Test func `each migration is applied once and in order`() throws {
        #expect(try Migrations.apply(Array(steps.prefix(1)), to: database).map(\.number) == [1])
        #expect(try Migrations.apply(steps, to: database).map(\.number) == [2, 3])
        #expect(try Migrations.apply(steps, to: database) == [])
        let names = try database.all("SELECT name FROM schema_migration ORDER BY number") {
            row throws(SQLError) in try row[0, as: String.self]
        }
        #expect(names == ["0001-measure", "0002-figure", "0003-rebuild"])
        #expect(try database.count("figure") == 1)
    }

    @Test func `foreign keys are on again afterwards, each time`() throws {
        for count in 1...3 {
            try Migrations.apply(Array(steps.prefix(count)), to: database)
            #expect(try database.first("PRAGMA foreign_keys") == 1)
        }
    }

    @Test func `a newer database is refused`() throws {
        try Migrations.apply(steps, to: database)
        #expect(
            refusal(of: Array(steps.prefix(1)))
                == """
                the database :memory: is newer than this program: it has migration 3, \
                this program knows up to 1; run a newer portal or use another database
                """)
    }

    @Test func `a migration changed after it was applied is refused`() throws {
        try Migrations.apply(steps, to: database)
        var changed = steps
        changed[1] = Migration(number: 2, name: "0002-figure", text: "SELECT 1", digest: "other")
        #expect(
            refusal(of: changed)
                == """
                migration 2 (0002-figure) is not the one applied to the database :memory:: \
                restore its text and write the change as a new migration
                """)
    }

    @Test func `a gap in the numbers is refused`() throws {
        #expect(
            refusal(of: [steps[0], steps[2]])
                == """
                the migrations of this program are not numbered 1, 2, 3 and so on: \
                2 was expected and 3 found
                """)
    }

    @Test func `a script that fails is named and undone, those before it stay`() throws {
        let broken = Migration(
            number: 2, name: "0002-figure",
            text: "CREATE TABLE figure (id INTEGER);\nCREATE TABEL x;", digest: "b")
        #expect(
            refusal(of: [steps[0], broken])
                == """
                migration 0002-figure failed and was undone: \
                SQLite 1: line 2: near "TABEL": syntax error in «CREATE TABEL x»
                """)
        #expect(try Migrations.apply(steps, to: database).map(\.number) == [2, 3])
    }

    @Test func `a script that breaks references is undone`() throws {
        try Migrations.apply(steps, to: database)
        let careless = Migration(
            number: 4, name: "0004-careless", text: "DELETE FROM measure;", digest: "d")
        #expect(
            refusal(of: steps + [careless])
                == """
                migration 0004-careless was undone because it breaks references: \
                row 1 of figure refers to a row of measure that is not there
                """)
        #expect(try database.count("measure") == 1)
    }

    @Test func `a script may not end the transaction it runs in`() throws {
        let bold = Migration(number: 1, name: "0001-bold", text: "COMMIT;", digest: "c")
        #expect(refusal(of: [bold])?.contains("the transaction around this has ended") == true)
    }

    private func refusal(of migrations: [Migration]) -> String? {
        #expect(throws: MigrationError.self) {
            try Migrations.apply(migrations, to: database)
        }?.description
    }

    private let database: Database

    init() throws {
        database = try Database(path: ":memory:")
    }
}

private let steps = [
    Migration(
        number: 1, name: "0001-measure",
        text:
            "CREATE TABLE measure (id INTEGER PRIMARY KEY) STRICT; INSERT INTO measure VALUES (1);",
        digest: "a"),
    Migration(
        number: 2, name: "0002-figure",
        text: """
            CREATE TABLE figure (measure_id INTEGER NOT NULL REFERENCES measure (id)) STRICT;
            INSERT INTO figure VALUES (1);
            """, digest: "b"),
    // The way SQLite advises to change a table that others refer to.
    Migration(
        number: 3, name: "0003-rebuild",
        text: """
            CREATE TABLE new_measure (id INTEGER PRIMARY KEY, code TEXT) STRICT;
            INSERT INTO new_measure (id) SELECT id FROM measure;
            DROP TABLE measure;
            ALTER TABLE new_measure RENAME TO measure;
            """, digest: "c"),
]
