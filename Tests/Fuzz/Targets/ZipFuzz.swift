@testable import Spreadsheet

/// Any bytes as an archive; and archives of our own whose directory and headers lie.
///
/// The first byte says which. Of an archive that lies, the next say how many bytes are put in the
/// place of its own, and where, counted from its end.
enum ZipFuzz {
    static func run(_ bytes: [UInt8]) {
        var material = Material(bytes)
        guard material.byte() & 1 == 1 else {
            read(Array(material.rest))
            return
        }
        var lies: [(place: Int, byte: UInt8)] = []
        for _ in 0..<material.number(below: 16) {
            lies.append((Int(material.byte()) << 4 | Int(material.byte() & 15), material.byte()))
        }
        let parts = material.rest.split(separator: 0x1F, maxSplits: 3).map(Array.init)
        guard var file = archive(parts) else { return }
        let whole = read(file)
        for (index, part) in parts.enumerated() {
            demand(whole["\(index).xml"] == part, "a part comes back as it was written")
        }
        for (place, byte) in lies where place < file.count {
            file[file.count - 1 - place] = byte
        }
        read(file)
    }

    /// Limits that are soon reached.
    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits.upload
        limits.entries = 8
        limits.inflatedBytes = 1 << 16
        limits.partBytes = 1 << 15
        return limits
    }()

    private static func archive(_ parts: [[UInt8]]) -> [UInt8]? {
        var writer = ZipWriter(DOSMoment(nil))
        do throws(SheetError) {
            for (index, part) in parts.enumerated() {
                if index == 2 {
                    writer.begin("\(index).xml")
                    try writer.write(part)
                    try writer.end()
                } else if index == 1 {
                    try writer.store("\(index).xml", part)
                } else {
                    try writer.deflate("\(index).xml", part)
                }
            }
            try writer.finish()
            return writer.take()
        } catch {
            demand(false, "an archive is written: \(error)")
            return nil
        }
    }

    /// What the parts hold that can be read to their ends.
    @discardableResult private static func read(_ file: [UInt8]) -> [String: [UInt8]] {
        // Any refusal is right; what may not happen is a trap, or more than the limits allow.
        guard let archive = try? ZipArchive(file, limits: limits) else { return [:] }
        var parts: [String: [UInt8]] = [:]
        var all = 0
        for name in ["0.xml", "1.xml", "2.xml", "3.xml", "mimetype", "a"] {
            let (read, isWhole) = bytes(of: name, in: archive)
            all += read.count
            demand(read.count <= limits.partBytes, "a part is within its limit")
            if isWhole { parts[name] = read }
        }
        demand(all <= limits.inflatedBytes, "all parts are within their limit")
        demand(!archive.hasFolder("/") && !archive.contains("../a"), "no name leads out")
        return parts
    }

    private static func bytes(of name: String, in archive: ZipArchive) -> ([UInt8], Bool) {
        var all: [UInt8] = []
        do throws(SheetError) {
            guard var part = try archive.part(name) else { return ([], false) }
            var piece = [UInt8](repeating: 0, count: 1_000)
            while case let count = try part.read(into: &piece, at: 0), count > 0 {
                all += piece[..<count]
            }
            return (all, true)
        } catch {
            demand(!error.description.isEmpty, "an error says something")
            return (all, false)
        }
    }
}
