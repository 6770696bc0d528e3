import HTTPServer
import Testing

@testable import Portal

/// The trail as a file, which whoever has it can check without the portal.
@Suite struct TrailExportTests {
    private func text(_ trail: TestTrail, _ export: TrailExport?) throws -> String {
        var bytes: [UInt8] = []
        try export?.run(trail.settings) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The values of a line of JSON, read here and by no code of the portal.
    private func values(_ line: Substring) -> [String: String?] {
        var values: [String: String?] = [:]
        var rest = line.dropFirst()
        func text() -> String {
            var text = ""
            rest = rest.dropFirst()
            while let next = rest.popFirst(), next != "\"" {
                guard next == "\\" else {
                    text.append(next)
                    continue
                }
                switch rest.popFirst() {
                case "n": text += "\n"
                case "u":
                    let number = UInt32(rest.prefix(4), radix: 16).flatMap(Unicode.Scalar.init)
                    rest = rest.dropFirst(4)
                    if let number { text.unicodeScalars.append(number) }
                case let other: text += other.map(String.init) ?? ""
                }
            }
            return text
        }
        while rest.first == "\"" || rest.first == "," {
            if rest.first == "," { rest = rest.dropFirst() }
            let name = text()
            rest = rest.dropFirst()
            if rest.first == "\"" {
                values[name] = text()
            } else {
                let value = String(rest.prefix { $0 != "," && $0 != "}" })
                rest = rest.dropFirst(value.count)
                values[name] = value == "null" ? .some(nil) : value
            }
        }
        return values
    }

    /// The hash by the words of the README alone.
    private func hash(_ values: [String: String?]) -> String {
        let names = [
            "previous_hash", "number", "at", "person", "actor", "address", "request", "action",
            "subject_kind", "subject", "before", "after", "reason",
        ]
        var text = ""
        for name in names {
            if let value = values[name] ?? nil {
                text += "\(value.utf8.count):\(value)"
            } else {
                text += "-:"
            }
        }
        return sha256(Array(text.utf8))
    }

    @Test func `JSON lines can be checked by the recipe alone`() throws {
        let trail = try TestTrail(3)
        for text in NaughtyStrings.all.prefix(80) + ["=1+1", "a\r\nb", "\u{2028}", ""] {
            try trail.append(
                TrailEntry(
                    actor: TrailEntry.Actor(person: nil, name: text), action: .signInFailure,
                    subject: TrailEntry.Subject(kind: .person, name: text),
                    after: JSONObject([text: text]), reason: text), at: 1_700_000_000)
        }
        let lines = try text(trail, TrailExport(TrailFilter(), .jsonl)).split(separator: "\n")
        #expect(lines.count > 60)
        var previous = ""
        for (place, line) in lines.enumerated() {
            let values = values(line)
            #expect(values["number"] == "\(place + 1)")
            #expect(values["previous_hash"] == previous)
            #expect(values["hash"] == hash(values), "\(line)")
            previous = (values["hash"] ?? nil) ?? ""
        }
        #expect(try trail.database.trailHead()?.hash == previous)
    }

    @Test func `a line that is changed does not fit its hash`() throws {
        let trail = try TestTrail(1)
        let line = try text(trail, TrailExport(TrailFilter(), .jsonl)).dropLast()
        #expect(hash(values(line)) == values(line)["hash"])
        let changed = Substring(line.split(separator: "anna").joined(separator: "anne"))
        #expect(hash(values(changed)) != values(changed)["hash"])
    }

    @Test func `a table has a row for each entry and no formulas`() throws {
        let trail = try TestTrail(2)
        var entry = TestTrail.entry(3)
        entry.reason = "=HYPERLINK(\"x\")"
        try trail.append(entry, at: 0)
        let text = try text(trail, TrailExport(TrailFilter(), .csv))
        #expect(
            text.hasPrefix(
                "\u{feff}number,at,time,person,actor,address,request,action,subject_kind,subject,"
                    + "before,after,reason,previous_hash,hash\r\n"
                    + "1,1700000001,2023-11-14T22:13:21Z,1,anna,192.0.2.1,r1,changed roles,person,"
                    + "person-1,\"{\"\"roles\"\":\"\"reader\"\"}\""))
        #expect(text.contains(",\"'=HYPERLINK(\"\"x\"\")\","))
        #expect(text.split(separator: "\r\n").count == 4)
    }

    @Test func `more entries than are read at once are all there, in order`() throws {
        let trail = try TestTrail(1_003)
        let lines = try text(trail, TrailExport(TrailFilter(), .jsonl)).split(separator: "\n")
        #expect(lines.map { values($0)["number"] } == (1...1_003).map { "\($0)" })
    }

    @Test func `days are whole and by UTC`() throws {
        let trail = try TestTrail(0)
        // 2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z and 23:59:59Z, 2026-11-22T00:00:00Z.
        for moment in [1_795_219_199, 1_795_219_200, 1_795_305_599, 1_795_305_600] {
            try trail.append(TestTrail.entry(1), at: moment)
        }
        let export = TrailExport(from: "2026-11-21", to: "2026-11-21", .jsonl)
        let lines = try text(trail, export).split(separator: "\n")
        #expect(lines.map { values($0)["number"] } == ["2", "3"])
    }

    @Test(
        arguments: [
            ("x", nil), (nil, "2026-02-30"), ("2026-11-22", "2026-11-21"), ("", nil),
        ] as [(String?, String?)])
    func `days that are none are refused`(from: String?, to: String?) {
        #expect(TrailExport(from: from, to: to, .csv) == nil)
    }
}
