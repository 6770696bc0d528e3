/// An Excel workbook with all that its sheets share.
struct XLSXPackage: Sendable {
    struct Sheet: Sendable {
        let heading: SheetHeading
        /// The name of the part with the cells.
        let part: String
    }

    let archive: ZipArchive
    let sheets: [Sheet]
    let strings: XLSXSharedStrings
    let styles: XLSXStyles
    let dates: DateSystem

    init(_ archive: ZipArchive, _ limits: WorkbookLimits) throws(SheetError) {
        self.archive = archive
        let package = try XLSXRelationships(of: "", in: archive, limits)
        let name = package.target(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard let part = try archive.part(name, isMinor: true) else {
            throw .damaged("there is no workbook in it")
        }
        let relationships = try XLSXRelationships(of: name, in: archive, limits)
        var list = XLSXSheetList()
        try list.read(XMLReader(part, limits: limits), limits)
        dates = list.dates
        var sheets: [Sheet] = []
        var parts: Set<String> = []
        for entry in list.entries {
            guard let target = relationships.all.first(where: { $0.id == entry.relationship })
            else { throw SheetError.damaged("a part is missing").inSheet(entry.heading.name) }
            // Charts and dialogues have tabs, too.
            guard target.type == "worksheet" else { continue }
            // A long one that is every sheet would be read five hundred times.
            guard parts.insert(target.target.lowercased()).inserted else {
                throw .damaged("two of its sheets are one")
            }
            sheets.append(Sheet(heading: entry.heading, part: target.target))
        }
        self.sheets = sheets
        strings = try XLSXSharedStrings(
            archive.part(relationships.target(ofType: "sharedStrings") ?? ""), limits)
        styles = try XLSXStyles(
            archive.part(relationships.target(ofType: "styles") ?? "", isMinor: true), limits)
    }
}

/// The sheets that a workbook part lists (ECMA-376 part 1, 18.2).
private struct XLSXSheetList {
    var entries: [(heading: SheetHeading, relationship: String)] = []
    var dates = DateSystem.from1900

    mutating func read(_ reader: XMLReader, _ limits: WorkbookLimits) throws(SheetError) {
        var xml = reader
        while case let event = try xml.next(), event != .finished {
            guard event == .start else { continue }
            if xml.depth == 1, xml.name != .workbook {
                throw FileKind.refusal("another kind of document")
            }
            if xml.name == .workbookPr, let value = try xml.string(of: .date1904) {
                dates = value == "1" || value == "true" ? .from1904 : .from1900
            }
            guard xml.name == .sheet, xml.depth == 3 else { continue }
            guard entries.count < limits.sheets else {
                throw .tooMuch("it has more than \(limits.sheets) sheets")
            }
            let name = XLSXText.unescaped(try xml.string(of: .name) ?? "")
            let state = try xml.string(of: .state) ?? "visible"
            entries.append(
                (
                    SheetHeading(name: name, isHidden: state != "visible"),
                    try xml.string(of: .relationshipID) ?? ""
                ))
        }
    }
}
