import Glibc

/// A folder for database files that goes with all in it.
@safe struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        // POSIX promises /tmp to every program; only this folder of its own is cleared.
        var template = Array("/tmp/sqlite-tests-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw FolderFailure(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to name: String) {
        guard let file = unsafe fopen(file(name), "w") else { return }
        unsafe fputs(text, file)
        unsafe fclose(file)
    }

    func holds(_ name: String) -> Bool { unsafe access(file(name), F_OK) == 0 }

    deinit {
        for name in ["portal.db", "copy.db", "copy.db.partial", "notes.txt"] {
            for end in ["", "-wal", "-shm", "-journal"] { unsafe unlink(file(name + end)) }
        }
        unsafe rmdir(path)
    }
}

/// A folder that the tests need and cannot have.
struct FolderFailure: Error {
    /// What `errno` said.
    let code: Int32
}
