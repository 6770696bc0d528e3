import Glibc

/// A folder for database files that goes with all in it.
@safe struct TemporaryFolder: ~Copyable {
    let path: String

    init() {
        let template = "/tmp/sqlite-tests-XXXXXX"
        path = unsafe template.withCString { start in
            guard let copy = unsafe strdup(start), let made = unsafe mkdtemp(copy) else {
                return "/tmp"
            }
            defer { unsafe free(copy) }
            return unsafe String(cString: made)
        }
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
