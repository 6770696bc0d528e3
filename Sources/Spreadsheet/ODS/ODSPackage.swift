/// An OpenDocument spreadsheet with what its sheets share.
struct ODSPackage: Sendable {
    let archive: ZipArchive
    let sheets: [SheetHeading]
    let styles: ODSStyles

    init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws(SheetError) {
        self.archive = archive
        try Self.checkManifest(archive, limits)
        var styles = ODSStyles()
        if let part = try archive.part("styles.xml", isMinor: true) {
            var xml = XMLReader(part, limits: limits)
            while case let event = try xml.next(), event != .finished {
                if event == .start { try styles.read(xml) }
            }
        }
        var xml = try Self.content(of: archive, limits)
        var sheets: [SheetHeading] = []
        var isSpreadsheet = false
        while case let event = try xml.next(), event != .finished {
            guard event == .start else { continue }
            if Self.isSheet(xml) {
                guard sheets.count < limits.sheets else {
                    throw .tooMuch("it has more than \(limits.sheets) sheets")
                }
                let style = try xml.value(of: .tableStyleName).map(XMLQName.hash)
                sheets.append(
                    SheetHeading(
                        name: try xml.string(of: .tableName) ?? "",
                        isHidden: style.map(styles.hidden.contains) ?? false))
                try xml.skip()
            } else if xml.name == .spreadsheet {
                isSpreadsheet = true
            } else if !isSpreadsheet {
                try styles.read(xml)
            }
        }
        guard isSpreadsheet else { throw FileKind.refusal("another kind of document") }
        guard sheets.count * archive.size(of: "content.xml") <= limits.passedBytes else {
            throw .tooMuch("it has many sheets, some of them very long")
        }
        self.sheets = sheets
        self.styles = styles
    }

    /// The part with the cells of every sheet.
    static func content(
        of archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(SheetError) -> XMLReader {
        guard let part = try archive.part("content.xml") else {
            throw .damaged("there are no sheets in it")
        }
        return XMLReader(part, limits: limits)
    }

    /// Whether the element that started is a sheet, and not a table inside something else.
    static func isSheet(_ xml: XMLReader) -> Bool { xml.name == .table && xml.depth == 4 }

    private static func checkManifest(
        _ archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(SheetError) {
        guard let part = try archive.part("META-INF/manifest.xml", isMinor: true) else { return }
        var xml = XMLReader(part, limits: limits)
        while case let event = try xml.next(), event != .finished {
            if event == .start, xml.name == .encryptionData {
                throw SheetError(
                    reason: "the workbook is protected by a password; save it without one")
            }
        }
    }
}

/// The styles that say more of a sheet or a cell than how it looks, by hashes of their names.
struct ODSStyles: Sendable {
    /// Of sheets that are kept from view.
    private(set) var hidden: Set<UInt64> = []
    private var percentages: Set<UInt64> = []
    /// Data styles of cell styles.
    private var cells: [UInt64: UInt64] = [:]
    private var current: UInt64 = 0

    /// Whether a cell style shows numbers as percentages.
    func isPercentage(_ name: ArraySlice<UInt8>?) -> Bool {
        guard let name, !percentages.isEmpty, let data = cells[XMLQName.hash(name)] else {
            return false
        }
        return percentages.contains(data)
    }

    /// Takes note of the element that has started.
    mutating func read(_ xml: XMLReader) throws(SheetError) {
        switch xml.name {
        case .style:
            guard let name = try xml.value(of: .styleName) else { return }
            current = XMLQName.hash(name)
            if let data = try xml.value(of: .dataStyleName) {
                cells[current] = XMLQName.hash(data)
            }
        case .percentageStyle:
            guard let name = try xml.value(of: .styleName) else { return }
            percentages.insert(XMLQName.hash(name))
        case .tableProperties:
            if try xml.value(of: .display)?.elementsEqual("false".utf8) == true {
                hidden.insert(current)
            }
        default: return
        }
        guard cells.count + percentages.count + hidden.count <= 100_000 else {
            throw .tooMuch("it has too many styles")
        }
    }
}
