import CLinux
import Glibc

/// The memory that only the start of the program needs.
public enum StartingMemory {
    /// Gives it back to the system, once the program serves.
    ///
    /// Half of the program's code runs once, to read settings, templates and files, and what it
    /// made of them lies in holes between what is kept. The code is the file's and comes back
    /// where it is needed, at a fault for every 64 KB.
    public static func giveBack() {
        malloc_trim(0)
        guard let code = codeRange() else { return }
        let start = unsafe UnsafeMutableRawPointer(bitPattern: code.lowerBound)
        // Where it is refused, nothing is lost but the room.
        unsafe madvise(start, code.count, MADV_DONTNEED)
    }

    /// Where the program's own code is: the one part of its file that may be run.
    private static func codeRange() -> Range<UInt>? {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
        defer { unsafe free(path) }
        let program = unsafe String(cString: path)
        guard let maps = unsafe fopen("/proc/self/maps", "r") else { return nil }
        defer { unsafe fclose(maps) }
        var line = [CChar](repeating: 0, count: 4_600)
        while unsafe fgets(&line, Int32(line.count), maps) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) },
                as: UTF8.self)
            guard text.hasSuffix(" " + program), text.contains(" r-xp ") else { continue }
            let ends = text.prefix { $0 != " " }.split(separator: "-")
            guard ends.count == 2, let start = UInt(ends[0], radix: 16),
                let end = UInt(ends[1], radix: 16), start < end
            else { return nil }
            return start..<end
        }
        return nil
    }
}
