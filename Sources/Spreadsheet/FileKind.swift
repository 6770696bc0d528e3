/// What a file is by its first bytes, of what can be read; other known kinds are refused with what
/// to save instead.
enum FileKind {
    /// A ZIP archive, as workbooks are.
    case archive
    /// Perhaps CSV.
    case text

    init(_ file: [UInt8]) throws(SheetError) {
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || file.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            self = .archive
            return
        }
        if let other = Self.others.first(where: { file.starts(with: $0.start) }) {
            throw Self.refusal(other.name)
        }
        // Programs export web pages and older XML under the name of a workbook.
        let start = file.drop { XMLTag.isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let beginning = String(decoding: start.prefix(14), as: UTF8.self).lowercased()
        if beginning.hasPrefix("<html") || beginning.hasPrefix("<!doctype") {
            throw Self.refusal("a web page, whatever its name says")
        }
        if beginning.hasPrefix("<?xml") { throw Self.refusal("an XML file") }
        self = .text
    }

    static func refusal(_ what: String) -> SheetError {
        SheetError(
            reason: "this is \(what); open it in a spreadsheet program and save it as "
                + "«Excel Workbook (.xlsx)», «OpenDocument Spreadsheet (.ods)» or «CSV UTF-8»")
    }

    private static let others: [(start: [UInt8], name: String)] = [
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            "an Excel workbook of the old kind (.xls), or one with a password"
        ),
        ([0x09, 0x08, 0x10, 0x00], "an Excel workbook of the old kind (.xls)"),
        (Array("%PDF".utf8), "a PDF"),
        (Array("{\\rtf".utf8), "a text document (.rtf)"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        (Array("GIF8".utf8), "a picture"),
        ([0x1F, 0x8B], "a compressed file (.gz)"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file (.7z)"),
        (Array("Rar!".utf8), "a compressed file (.rar)"),
    ]
}

/// What a ZIP archive is by its entries.
enum OfficeKind {
    case excel, openDocument

    init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws(SheetError) {
        if archive.contains("[Content_Types].xml") {
            if archive.contains("xl/workbook.bin") {
                throw FileKind.refusal("an Excel workbook of the binary kind (.xlsb)")
            }
            guard !archive.hasFolder("word/"), !archive.hasFolder("ppt/") else {
                throw FileKind.refusal("a document or a presentation")
            }
            self = .excel
            return
        }
        if archive.contains("encrypted-package") {
            throw SheetError(
                reason: "the workbook is protected by a password; save it without one")
        }
        if let mimetype = try Self.mimetype(archive) {
            let spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
            guard mimetype.hasPrefix(spreadsheet) else {
                throw FileKind.refusal("another kind of document")
            }
            self = .openDocument
        } else if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
            self = .openDocument
        } else if archive.hasFolder("index/") || archive.contains("index.zip") {
            throw FileKind.refusal("an Apple Numbers document")
        } else {
            throw SheetError(
                reason: "this is a ZIP archive and not a workbook; send the workbook itself")
        }
    }

    private static func mimetype(_ archive: ZipArchive) throws(SheetError) -> String? {
        guard var part = try archive.part("mimetype", isMinor: true) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = try part.read(into: &bytes, at: 0)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
