import SQLite

/// How one database file takes the place of another, which stays under another name.
///
/// A database is more than its file: what was committed last may be in the log beside it (`-wal`),
/// or what undoes a half-done change in its journal (`-journal`), and SQLite finds both by the
/// name of the file alone. A file that came to stand beside another's log would be mixed with it,
/// and one without its log would lose what is in it. So whatever moment the power fails at:
///
/// 1. What was there is made one file, without a log or journal (`Database.unite`); SQLite does
///    that, and a crash leaves the database as it was.
/// 2. It gets its second name (`link`). A crash leaves it in its place, with two names.
/// 3. The new one, whole and on the disk, is given the name (`rename`): a name leads to one or to
///    the other, and there is no log beside either.
///
/// A file too damaged for the first step cannot be served either. It is then moved away *after*
/// its log and journal have got their second names, and these lose the first ones before the new
/// file comes: between, there is no database, all of the old one is beside, and to restore again
/// is all that it takes.
///
/// Whoever does this has the claim of one alone, so that no program of ours has the file open or
/// opens it between two steps.
struct DatabaseExchange {
    /// Where the portal looks for its database.
    let place: KeptFile
    /// The new database: one file.
    let new: KeptFile
    /// The name that what was there is kept by.
    let kept: KeptFile

    /// What SQLite keeps beside a database and cannot be made anew from it.
    private static let companions = ["-wal", "-journal"]
    /// What every file of SQLite's begins with, unless it is empty.
    private static let mark = Array("SQLite format 3\0".utf8)
    /// What it can make anew.
    private static let index = "-shm"

    /// Makes one file of what is there.
    ///
    /// - Returns: Whether it could be; `false` for a file that is damaged.
    /// - Throws: `BackupFault` while another program has it open.
    func unite() throws -> Bool {
        // SQLite would throw away the log of a file that it does not know.
        let beginning = try place.beginning(Self.mark.count)
        guard beginning.isEmpty || beginning == Self.mark else { return false }
        do {
            try Database.unite(place.path)
            return true
        } catch {
            if error.isDamage { return false }
            guard error.isBusy else { throw error }
            throw BackupFault("\(place.path) is open in another program; end that first")
        }
    }

    /// Puts the new database in the place of what is there, if anything is.
    func run(isUnited: Bool) throws {
        // The log of a database that somebody took away.
        guard place.isThere else { return try moveAway() }
        guard !kept.isThere else {
            throw BackupFault("\(kept.path) is there already; try again in a second")
        }
        if isUnited {
            try place.alsoName(kept)
            try place.folder.sync()
            try new.move(to: place)
            try place.folder.sync()
        } else {
            try moveAway()
        }
    }

    /// Names all that there is of a database otherwise, the file itself last, and then puts the new
    /// one in its place.
    private func moveAway() throws {
        for companion in Self.companions {
            let file = place.with(companion)
            // One whose file is gone already got its other name with it, from a restore that was
            // cut off; one whose file is still here goes with that now.
            guard file.isThere, place.isThere || !file.hasOtherName else { continue }
            try file.alsoName(kept.with(companion))
        }
        try place.folder.sync()
        if place.isThere { try place.move(to: kept) }
        for ending in Self.companions + [Self.index] { try place.with(ending).remove() }
        try place.folder.sync()
        try new.move(to: place)
        try place.folder.sync()
    }

    /// Takes second names away that a crash left to what is in its place.
    func removeSecondNames(_ isName: (String) -> Bool) throws {
        for name in try place.folder.names() where isName(name) {
            let file = place.folder.file(name)
            if file.isSame(as: place) { try file.remove() }
        }
    }
}
