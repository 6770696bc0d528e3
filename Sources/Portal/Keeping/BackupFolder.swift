/// A folder in which each backup has its moment for a name, so that the oldest can be known and
/// removed: `portal-2026-11-22T013000Z.sqlite`.
struct BackupFolder {
    let folder: KeptFile

    /// The name of a backup that is made at a moment, in seconds since 1970.
    static func name(at moment: Int) -> String {
        "portal-\(stamp(moment)).sqlite"
    }

    /// A moment as it stands in names of files, where a colon may mean something else.
    static func stamp(_ moment: Int) -> String {
        String("\(TrailTime(seconds: moment))".filter { $0 != ":" })
    }

    /// Removes the oldest backups until there are so many, `newest` among them, whatever its name
    /// is: clocks may have been set back.
    ///
    /// - Returns: How many were removed. What is not named as backups are is never touched.
    func keep(_ count: Int, newest: KeptFile) throws -> Int {
        let others = try folder.names().filter { Self.isName($0) && $0 != newest.name }
        let excess = others.dropLast(max(0, count - 1))
        for name in excess { try folder.file(name).remove() }
        if !excess.isEmpty { try folder.sync() }
        return excess.count
    }

    /// Whether a file was named by us: in the order of their names they are in that of time.
    static func isName(_ name: String) -> Bool {
        let pattern = "portal-0000-00-00T000000Z.sqlite"
        return name.utf8.count == pattern.utf8.count
            && zip(name.utf8, pattern.utf8).allSatisfy { byte, sample in
                sample == UInt8(ascii: "0")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sample
            }
    }
}
