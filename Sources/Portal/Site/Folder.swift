import Glibc

/// A file or folder that could not be read, and why.
package struct FolderError: Error, Equatable, CustomStringConvertible {
    /// The path asked for.
    package let path: String
    /// What the system said.
    package let reason: String

    /// One line for a person at a terminal.
    package var description: String { "\(path): \(reason)" }
}

/// A folder whose files the portal reads whole: templates, migrations, the catalogue.
struct Folder {
    let path: String

    /// The names of the files below the folder that end in `suffix`, without it, in order.
    func names(endingIn suffix: String) throws(FolderError) -> [String] {
        var found: [String] = []
        try collect(below: "", endingIn: suffix, into: &found)
        return found.sorted()
    }

    /// The bytes of one file.
    func bytes(of name: String) throws(FolderError) -> [UInt8] {
        let path = "\(path)/\(name)"
        guard let file = unsafe fopen(path, "rb") else { throw FolderError(path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        // One more than there is, so that a file that does not grow is read at once.
        var status = stat()
        let isKnown = unsafe fstat(fileno(file), &status) == 0
        let room = isKnown ? min(max(Int(status.st_size), 0), 65_535) + 1 : 65_536
        var chunk = [UInt8](repeating: 0, count: room)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count { break }
        }
        guard unsafe ferror(file) == 0 else { throw FolderError(path) }
        return bytes
    }

    /// The text of one file, which must be UTF-8.
    func text(of name: String) throws(FolderError) -> String {
        guard let text = String(validating: try bytes(of: name), as: UTF8.self) else {
            throw FolderError(path: "\(path)/\(name)", reason: "not UTF-8 text")
        }
        return text
    }

    private func collect(
        below prefix: String, endingIn suffix: String, into found: inout [String]
    ) throws(FolderError) {
        let place = prefix.isEmpty ? path : "\(path)/\(prefix)"
        guard let directory = unsafe opendir(place) else { throw FolderError(place) }
        defer { unsafe closedir(directory) }
        while let entry = unsafe readdir(directory) {
            let isFolder = unsafe Int32(entry.pointee.d_type) == Int32(DT_DIR)
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name.hasPrefix(".") { continue }
            let inner = prefix.isEmpty ? name : "\(prefix)/\(name)"
            if isFolder {
                try collect(below: inner, endingIn: suffix, into: &found)
            } else if name.hasSuffix(suffix) {
                found.append(String(inner.dropLast(suffix.count)))
            }
        }
    }
}

extension FolderError {
    /// The error that the last call left behind.
    fileprivate init(_ path: String) {
        self.init(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
