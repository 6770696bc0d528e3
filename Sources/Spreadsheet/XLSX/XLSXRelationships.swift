/// What a part of a package points to (ECMA-376 part 2, 9.3), with targets as names of parts.
struct XLSXRelationships {
    struct Relationship {
        let id: String
        /// The last word of its type's address, which transitional and strict files share.
        let type: Substring
        let target: String
    }

    private(set) var all: [Relationship] = []

    /// Reads the relationships of a part, or of the package itself; none if there is no list.
    init(
        of part: String, in archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(SheetError) {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = part[..<slash]
        guard let list = try archive.part("\(folder)_rels/\(part[slash...]).rels", isMinor: true)
        else { return }
        var xml = XMLReader(list, limits: limits)
        while case let event = try xml.next(), event != .finished {
            guard event == .start, xml.name == .relationship,
                try xml.string(of: .targetMode) != "External",
                let id = try xml.string(of: .id), let type = try xml.string(of: .relationshipType),
                let target = try xml.string(of: .target)
            else { continue }
            guard all.count < limits.entries else { throw .tooMuch("it has too many parts") }
            all.append(
                Relationship(
                    id: id, type: type.split(separator: "/").last ?? "",
                    target: Self.resolved(target, in: folder)))
        }
    }

    /// The target of the first relationship of a type.
    func target(ofType type: Substring) -> String? {
        all.first { $0.type == type }?.target
    }

    /// A target as the name of a part: from the root if it begins with `/`, else from a folder.
    private static func resolved(_ target: String, in folder: Substring) -> String {
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
