import SQLite

extension Migrations {
    /// This program's migrations, in order.
    static func read(from folder: Folder) throws -> [Migration] {
        try folder.names(endingIn: ".sql").map { name in
            let bytes = try folder.bytes(of: name + ".sql")
            guard let number = Int(name.prefix { $0 != "-" }) else {
                throw FolderError(
                    path: "\(folder.path)/\(name).sql",
                    reason: "a migration's name begins with its number, like 0001-catalogue.sql")
            }
            return Migration(
                number: number, name: name, text: String(decoding: bytes, as: UTF8.self),
                digest: sha256(bytes))
        }
    }

    /// Brings the database up to this program's schema, or says why that cannot be.
    static func apply(from folder: Folder, to database: Database) throws {
        try apply(read(from: folder), to: database)
    }
}
