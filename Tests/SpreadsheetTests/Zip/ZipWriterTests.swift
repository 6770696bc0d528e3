import Testing

@testable import Spreadsheet

@Suite struct ZipWriterTests {
    @Test func `parts come back as they were written`() throws {
        var zip = ZipWriter(DOSMoment(nil))
        try zip.store("stored", Array("123456789".utf8))
        try zip.deflate("whole", [UInt8](repeating: 7, count: 100_000))
        zip.begin("pieces")
        for number in 0..<50 { try zip.write([UInt8](repeating: UInt8(number), count: 5000)) }
        try zip.end()
        try zip.deflate("empty", [])
        try zip.finish()
        let archive = Archive(zip.take())
        #expect(archive.faults == [])
        #expect(archive.names == ["stored", "whole", "pieces", "empty"])
        #expect(archive.parts["whole"] == [UInt8](repeating: 7, count: 100_000))
        #expect(archive.parts["pieces"]?.count == 250_000)
        #expect(archive.parts["pieces"]?[5000..<5002] == [1, 1])
    }

    @Test func `a checksum is that of CRC-32`() throws {
        var zip = ZipWriter(DOSMoment(nil))
        try zip.store("check", Array("123456789".utf8))
        // The check value that catalogues of CRCs give.
        #expect(zip.take().number(at: 14) == 0xCBF4_3926)
    }

    @Test func `what is taken early is the same archive`() throws {
        func archive(isTaken: Bool) throws -> [UInt8] {
            var zip = ZipWriter(DOSMoment(nil))
            var file: [UInt8] = []
            zip.begin("pieces")
            for number in 0..<300 {
                try zip.write(Array(String(number * 7_919).utf8))
                if isTaken { file += zip.take() }
            }
            try zip.end()
            try zip.finish()
            return file + zip.take()
        }
        #expect(try archive(isTaken: true) == archive(isTaken: false))
    }

    @Test(arguments: [
        ("2026-07-01T09:30:10Z", 0x5CE1, 0x4BC5), ("2026-07-01", 0x5CE1, 0),
        ("1979-12-31", 0x21, 0), ("yesterday", 0x21, 0),
    ])
    func `a moment is that of MS-DOS`(text: String, date: Int, time: Int) {
        let moment = DOSMoment(WrittenMoment(text))
        #expect(moment.date == date)
        #expect(moment.time == time)
    }
}
