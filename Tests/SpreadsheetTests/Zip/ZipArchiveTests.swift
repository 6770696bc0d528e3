import Spreadsheet
import Testing

@Suite struct ZipArchiveTests {
    private static let sheet =
        "<sheetData><row><c><v>1</v></c></row></sheetData>"

    @Test func `ZIP64, a comment and bytes behind the end are understood`() throws {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.isZIP64 = true
        archive.comment = Array("made by hand".utf8)
        for index in archive.entries.indices { archive.entries[index].isZIP64 = index % 2 == 0 }
        let workbook = try Workbook(archive.bytes + [0, 0, 0])
        #expect(try workbook.allRows(ofSheet: 0).first?.cells == [.number("1", .plain)])
    }

    @Test func `lengths may come after the bytes`() throws {
        var archive = Workbooks.xlsx(Self.sheet)
        for index in archive.entries.indices { archive.entries[index].flags = 8 }
        #expect(try archive.rows().count == 1)
    }

    @Test func `names with the other slash are understood`() throws {
        var archive = Workbooks.xlsx(Self.sheet)
        for index in archive.entries.indices {
            archive.entries[index].name.replace("/", with: "\\")
        }
        #expect(try archive.rows().count == 1)
    }

    @Test(arguments: [
        ("../x", "a name that no program gives"), ("/x", "a name that no program gives"),
        ("a/../../x", "a name that no program gives"), ("x\0y", "a name that no program gives"),
        ("XL/Workbook.xml", "is there twice"),
    ])
    func `a name that is wrong or there twice is refused`(name: String, reason: String) {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.entries.append(ZipMaker.Entry(name: name, data: []))
        expectRefusal(archive, reason)
    }

    @Test func `encryption is refused with what to do`() {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.entries[2].flags = 1
        expectRefusal(archive, "protected by a password; save it without one")
    }

    @Test func `a checksum that is wrong is told`() {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.entries[4].checksum = 7
        expectRefusal(archive, "«xl/worksheets/sheet1.xml» has a wrong checksum")
    }

    @Test func `a local header of another name is refused`() {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.entries[4].localName = "xl/worksheets/sheet2.xml"
        expectRefusal(archive, "is not as its directory says")
    }

    @Test(arguments: [0, 10_000]) func `a length that lies is refused`(size: Int) {
        var archive = Workbooks.xlsx(Self.sheet)
        archive.entries[4].size = size
        expectRefusal(archive, "is not as long as it says")
    }

    @Test func `entries that share their bytes are refused`() {
        var archive = ZipMaker(["a": String(repeating: "x", count: 100)])
        archive.entries.append(ZipMaker.Entry(name: "b", data: [], localName: "a", place: 0))
        expectRefusal(archive, "is not as its directory says")
        archive.entries[1] = archive.entries[0]
        archive.entries[1].name = "A "
        archive.entries[0].name = "A "
        archive.entries[0].localName = nil
        archive.entries[1].place = 0
        archive.entries[0].name = "A "
        expectRefusal(archive, "is there twice")
    }

    @Test func `an entry inside the bytes of another is refused`() {
        // The outer one holds a whole local header, as quines and overlapping bombs do.
        var inner = ZipMaker(["b": "hello"])
        inner.entries[0].flags = 8
        let nested = Array(inner.bytes[..<36])
        var archive = ZipMaker()
        archive.entries = [ZipMaker.Entry(name: "a", data: nested)]
        var second = inner.entries[0]
        second.place = 31
        archive.entries.append(second)
        expectRefusal(archive, "share bytes")
    }

    @Test func `a gigabyte of zeros is refused, whatever length it claims`() throws {
        let zeros = ZipMaker.zeros(times258: 4_160_000)
        for (size, reason) in [
            (1 << 30, "would take more than 256 MB unpacked"),
            (1 << 27, "packed tighter"),
            (1_000, "is not as long as it says"),
        ] {
            var archive = Workbooks.xlsx("")
            let data = size == 1 << 27 ? Array(zeros[..<100_000]) : zeros
            archive.entries[4] = ZipMaker.Entry(
                name: "xl/worksheets/sheet1.xml", data: data, isDeflated: true, size: size,
                checksum: 0)
            expectRefusal(archive, reason)
        }
    }

    @Test func `too many entries are refused`() {
        var archive = ZipMaker()
        archive.entries = (0..<2_001).map { ZipMaker.Entry(name: "\($0)", data: []) }
        expectRefusal(archive, "it has 2001 parts")
    }

    private func expectRefusal(
        _ archive: ZipMaker, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: SheetError.self, sourceLocation: sourceLocation) {
            try archive.rows()
        }
        #expect(
            error?.reason.contains(reason) == true, "\(error?.description ?? "")",
            sourceLocation: sourceLocation)
    }
}
