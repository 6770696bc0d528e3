internal import CSQLite
internal import Glibc

/// What a program holds to say that it uses a file, and others must not put another in its place.
///
/// SQLite's own locks are on the file itself: they tell nothing to a program that has opened the
/// file and has not asked anything yet, and it would go on with a file that is no longer there,
/// beside the log of the one that is. A claim is taken before the file is opened. It lies on a
/// file of its own, since to close the file itself a second time would let go of SQLite's locks.
public final class FileClaim: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The claim that many can hold at once on the database at `path`, with all that it takes to
    /// be found there.
    ///
    /// - Parameters:
    ///   - path: The database, which need not be there yet.
    ///   - makesFile: Whether the file of claims is made where it is missing, as programs do that
    ///     may write; where it cannot be made, nobody can put another file in its place.
    /// - Returns: The claim; `nil` where there is no file for it.
    /// - Throws: ``SQLError`` while somebody has it alone.
    public static func shared(
        of path: String, makesFile: Bool
    ) throws(SQLError) -> FileClaim? {
        let file = place(of: path)
        let found = unsafe open(file, O_RDONLY | O_CLOEXEC)
        let descriptor =
            found < 0 && makesFile
            ? unsafe open(file, O_RDONLY | O_CREAT | O_CLOEXEC, 0o644) : found
        guard descriptor >= 0 else { return nil }
        let claim = FileClaim(descriptor)
        // Others may hold it, whatever the mask of this program is.
        if found < 0 { fchmod(descriptor, 0o644) }
        guard portal_claim(descriptor, 0) == 0 else {
            throw SQLError(
                code: SQLITE_BUSY,
                message: "another database is being put in the place of \(path); try again when "
                    + "that is done", statement: "")
        }
        return claim
    }

    /// The claim of one alone on the database at `path`; `nil` while others use it.
    public static func alone(of path: String) throws(SQLError) -> FileClaim? {
        let claim = try alone(file: place(of: path))
        // Whoever serves the database may be another user than who restores it.
        if let claim { fchmod(claim.descriptor, 0o644) }
        return claim
    }

    /// The claim of one alone by a file that is made if need be; `nil` while others have it.
    public static func alone(file: String) throws(SQLError) -> FileClaim? {
        // Tried again where the file got another name between the two steps.
        while true {
            let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                let reason = unsafe String(cString: strerror(errno))
                throw SQLError(
                    code: SQLITE_CANTOPEN, message: "\(file) cannot be written: \(reason)",
                    statement: "")
            }
            let claim = FileClaim(descriptor)
            guard portal_claim(descriptor, 1) == 0 else { return nil }
            if claim.isOf(file) { return claim }
        }
    }

    private func isOf(_ file: String) -> Bool {
        var (own, named) = (Glibc.stat(), Glibc.stat())
        return unsafe fstat(descriptor, &own) == 0 && stat(file, &named) == 0
            && own.st_ino == named.st_ino && own.st_dev == named.st_dev
    }

    /// The file of claims on a database, which is one whatever way leads to the database.
    public static func place(of path: String) -> String {
        FilePlace.resolved(path) + "-lock"
    }
}

/// Where files really are.
public enum FilePlace {
    /// The path without links and turns, also of a file that is not there yet.
    public static func resolved(_ path: String) -> String {
        if let whole = real(path) { return whole }
        guard let slash = path.lastIndex(of: "/") else {
            return real(".").map { "\($0)/\(path)" } ?? path
        }
        let folder = path[..<slash].isEmpty ? "/" : String(path[..<slash])
        return (real(folder) ?? folder) + path[slash...]
    }

    private static func real(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }
}
