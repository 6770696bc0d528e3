import SQLite
import Scorecard
import Testing

@testable import Portal

/// What is wrong with an entry, and what is asked: the tables of the rules of entry.
@Suite struct EntryCheckTests {
    struct Rule: CustomTestStringConvertible, Sendable {
        let measure: String
        let fields: [String: String]
        let readiness: Readiness
        let faults: [String]
        var testDescription: String { "\(measure) \(fields)" }

        init(
            _ measure: String, _ fields: [String: String], _ readiness: Readiness,
            _ faults: String...
        ) {
            self.measure = measure
            self.fields = fields
            self.readiness = readiness
            self.faults = faults
        }
    }

    /// A portal with its round open, for tests that only look.
    private static let portal = Result { try ReturnDesk().portal }

    private func entry(_ measure: String) throws -> ReturnEntry {
        let portal = try Self.portal.get()
        let entries = try portal.database().entries(.open, on: portal.settings.today())
        return try #require(entries.first { $0.measure.facts.code == measure })
    }

    private func check(_ measure: String, _ fields: [String: String]) throws -> EntryCheck {
        let typed = try entry(measure).with(EntryContent(fields))
        let pasts = try Self.portal.get().database().pasts(of: [typed])
        return EntryCheck(typed, pasts[typed.measure.facts.id] ?? EntryPast())
    }

    private static let off = [
        "figure": "final", "n": "50", "d": "100", "comment": "Fewer staff.",
        "action": "Hire two more.", "who": "Head of SEND", "by": "31 March 2027",
    ]

    @Test(
        arguments: [
            Rule(
                "PLANS", [:], .blank,
                "Choose whether Plans in time is final, provisional, estimated or nothing to report"
            ),
            Rule(
                "PLANS", ["n": "70", "d": "100"], .unfinished,
                "Choose whether Plans in time is final, provisional, estimated or nothing to report"
            ),
            Rule(
                "PLANS", ["n": "70", "d": "100", "figure": "perhaps"], .faulty,
                "Choose whether Plans in time is final, provisional, estimated or nothing to report"
            ),
            Rule(
                "PLANS", ["figure": "final"], .unfinished, "Enter plans issued in time",
                "Enter plans issued"),
            Rule(
                "MISSING", ["figure": "final"], .unfinished,
                "Enter the number of children missing school"),
            Rule("CALM", ["figure": "final"], .unfinished, "Enter Calm score"),
            Rule(
                "PLANS", ["figure": "final", "n": "many", "d": "100"], .faulty,
                "Plans issued in time must be a whole number, like 38"),
            Rule(
                "CALM", ["figure": "final", "v": "high"], .faulty,
                "Calm score must be a number, like 14.3"),
            Rule(
                "PLANS", ["figure": "final", "n": "7"], .unfinished,
                "Enter plans issued, or clear plans issued in time"),
            Rule(
                "PLANS", ["figure": "final", "n": "0", "d": "0"], .faulty,
                "Plans issued must be more than 0. If there were none, choose 'Nothing to report'"),
            Rule("PLANS", ["figure": "final", "n": "70", "d": "100"], .ready),
            Rule("PLANS", ["figure": "provisional", "n": "60", "d": "100"], .ready),
            Rule("PLANS", ["figure": "estimated", "n": " 1,070 ", "d": "1 100"], .ready),
            Rule("CALM", ["figure": "final", "v": "−0.5"], .ready),
        ])
    func `a figure is counted, and said how settled it is`(rule: Rule) throws {
        try hold(rule)
    }

    @Test(
        arguments: [
            Rule(
                "PLANS", ["figure": "nothing"], .unfinished, "Enter why there is nothing to report"),
            Rule(
                "PLANS", ["figure": "nothing", "reason": " \n "], .unfinished,
                "Enter why there is nothing to report"),
            Rule("PLANS", ["figure": "nothing", "reason": "The system was down."], .ready),
            Rule("PLANS", ["figure": "nothing", "reason": "None.", "d": "100"], .ready),
            Rule(
                "PLANS", ["figure": "nothing", "reason": "None.", "n": "7", "d": "100"], .faulty,
                "Clear the figure, or choose whether it is final, provisional or estimated"),
            Rule(
                "PLANS", ["figure": "nothing", "reason": String(repeating: "x", count: 601)],
                .faulty,
                "Why there is nothing to report must be 600 characters or fewer. It has 601"),
        ])
    func `where there is nothing to report it is said why`(rule: Rule) throws { try hold(rule) }

    @Test(
        arguments: [
            Rule(
                "PLANS", ["figure": "final", "n": "58", "d": "100"], .uncommented,
                "Enter a comment about Plans in time"),
            Rule(
                "PLANS", ["figure": "final", "n": "58", "d": "100", "comment": "Fewer staff."],
                .ready),
            Rule(
                "PLANS", ["figure": "final", "n": "50", "d": "100"], .uncommented,
                "Enter a comment about Plans in time",
                "Enter what will be done about Plans in time",
                "Enter who is responsible for Plans in time",
                "Enter when the action on Plans in time will be done"),
            Rule("PLANS", off, .ready),
            Rule("PLANS", off.merging(["by": "March 2027"]) { $1 }, .ready),
            Rule("PLANS", off.merging(["by": "30 June 2026"]) { $1 }, .ready),
            Rule("PLANS", off.merging(["progress": "under-way"]) { $1 }, .ready),
            Rule(
                "PLANS", off.merging(["who": " "]) { $1 }, .uncommented,
                "Enter who is responsible for Plans in time"),
            Rule(
                "PLANS", off.merging(["by": "29 June 2026"]) { $1 }, .faulty,
                "When the action will be done must be 30 June 2026 or later, after the period of the figure"
            ),
            Rule(
                "PLANS", off.merging(["by": "31 March"]) { $1 }, .faulty,
                "When the action will be done must include a year"),
            Rule(
                "PLANS", off.merging(["by": "31 February 2027"]) { $1 }, .faulty,
                "When the action will be done must be a real date, like 31 March 2027"),
            Rule(
                "PLANS", off.merging(["by": "soon"]) { $1 }, .faulty,
                "When the action will be done must be a real date, like 31 March 2027"),
            Rule(
                "PLANS", off.merging(["by": "31 March 2037"]) { $1 }, .faulty,
                "When the action will be done must be within 10 years of 30 June 2026"),
            Rule(
                "PLANS", off.merging(["progress": "nearly"]) { $1 }, .faulty,
                "Choose how far the action is"),
            Rule(
                "PLANS", off.merging(["comment": String(repeating: "é", count: 601)]) { $1 },
                .faulty, "Comment must be 600 characters or fewer. It has 601"),
            Rule(
                "PLANS", off.merging(["comment": String(repeating: "é", count: 600)]) { $1 },
                .ready),
            // Not judged: nobody asks for words.
            Rule("AGREED", ["figure": "final", "n": "1", "d": "100"], .ready),
        ])
    func `a target that is missed is answered`(rule: Rule) throws { try hold(rule) }

    @Test(
        arguments: [
            ("61.5", []), ("61.5%", []),
            ("104", ["Forecast for the year must be between 0 and 100"]),
            ("-2", ["Forecast for the year must be between 0 and 100"]),
            ("about 60", ["Forecast for the year must be a number, like 14.3"]),
            ("£60", ["Forecast for the year must be a number, like 14.3, without a pound sign"]),
        ])
    func `a forecast can be`(typed: String, faults: [String]) throws {
        let fields = ["figure": "final", "n": "70", "d": "100", "forecast": typed]
        #expect(try check("PLANS", fields).faults.map(\.words) == faults)
    }

    @Test(
        arguments: [
            Rule("MISSING", ["figure": "final", "v": "15"], .ready),
            Rule("MISSING", ["figure": "final", "v": "15", "v/FSM": "3", "v/SEN": "8"], .ready),
            Rule(
                "MISSING", ["figure": "final", "v": "15", "v/FSM": "3"], .unfinished,
                "SEN children: Enter a figure, or clear those of the other groups"),
            Rule(
                "MISSING", ["figure": "final", "v": "15", "v/FSM": "3", "v/SEN": "x"], .faulty,
                "SEN children: Children missing school must be a whole number, like 38"),
        ])
    func `all groups are told, or none`(rule: Rule) throws { try hold(rule) }

    private func hold(_ rule: Rule) throws {
        let check = try check(rule.measure, rule.fields)
        #expect(check.faults.map(\.words) == rule.faults)
        #expect(check.readiness == rule.readiness)
    }

    @Test func `what is missing is told of no draft, and what cannot be right is`() throws {
        let half = try check("PLANS", ["n": "7"])
        #expect(half.pageFaults(withMissing: false) == [])
        #expect(half.pageFaults(withMissing: true).count == 2)
        let wrong = try check("PLANS", ["n": "x", "d": "0", "forecast": "y"])
        #expect(wrong.pageFaults(withMissing: false).count == 3)
    }

    @Test func `a list of faults says which measure each is about, once`() throws {
        let plans = try check("PLANS", ["n": "x", "comment": String(repeating: "x", count: 700)])
        #expect(
            plans.pageFaults(withMissing: true).map(\.words) == [
                "Plans in time: Plans issued in time must be a whole number, like 38",
                "Plans in time: Enter plans issued, or clear plans issued in time",
                "Choose whether Plans in time is final, provisional, estimated or nothing to report",
                "Plans in time: Comment must be 600 characters or fewer. It has 700",
            ])
        let missing = try check("MISSING", ["figure": "final", "v": "9", "v/SEN": "8"])
        #expect(
            missing.pageFaults(withMissing: true).map(\.words) == [
                "Children missing school, FSM children: Enter a figure, or clear those of the other groups"
            ])
        #expect(
            plans.pageFaults(withMissing: false, namesMeasure: false).first?.words
                == "Plans issued in time must be a whole number, like 38")
    }

    @Test func `a doubt is asked, and answered by a tick and a reason`() throws {
        var fields = ["figure": "final", "n": "120", "d": "100"]
        let asked = try check("PLANS", fields)
        #expect(asked.readiness == .doubtful)
        #expect(
            asked.pageFaults(withMissing: true).map(\.words) == [
                "Confirm Plans in time: the top number is greater than the bottom number"
            ])
        fields["right"] = "yes"
        fields["right-about"] = asked.doubtMark
        let unexplained = try check("PLANS", fields)
        #expect(unexplained.readiness == .doubtful)
        #expect(
            unexplained.pageFaults(withMissing: true).map(\.words) == [
                "Enter why the figure for Plans in time is right"
            ])
        fields["right-because"] = "Plans of last year were issued again."
        #expect(try check("PLANS", fields).readiness == .ready)
        // The answer is not one to another question.
        fields["n"] = "130"
        #expect(try check("PLANS", fields).readiness == .doubtful)
    }

    @Test func `a group with more than all is asked about`() throws {
        let check = try check(
            "MISSING", ["figure": "final", "v": "15", "v/FSM": "16", "v/SEN": "3"])
        #expect(check.readiness == .doubtful)
        #expect(check.doubts.map(\.group?.code) == ["FSM"])
        #expect(check.doubts.map(\.doubt.kind) == [.groupAboveWhole])
    }

    @Test func `groups that make up all children come to all`() throws {
        let desk = try ReturnDesk()
        try desk.run(
            """
            INSERT INTO partition (whole_id, division, part_id)
            SELECT whole.id, 'Need', part.id FROM breakdown AS whole
            JOIN breakdown AS part ON part.code IN ('FSM', 'SEN') WHERE whole.position = 0
            """)
        let entry = try desk.now(desk.missing)
        func questions(_ fields: [String: String]) -> [String] {
            let typed = entry.with(EntryContent(["figure": "final"].merging(fields) { $1 }))
            return EntryCheck(typed, EntryPast()).doubts.map(\.doubt.question)
        }
        #expect(
            questions(["v": "15", "v/FSM": "8", "v/SEN": "4"]) == [
                "FSM children and SEN children make up all children. Their numbers come to 12, and that of all children is 15."
            ])
        #expect(questions(["v": "12", "v/FSM": "8", "v/SEN": "4"]) == [])
        #expect(questions(["v": "15", "v/FSM": "8"]) == [])
        #expect(questions(["v": "15"]) == [])
    }

    @Test(
        arguments: [
            ("MISSING", ["v": "3"], true), ("MISSING", ["v": "6"], false),
            ("MISSING", ["v": "0"], false),
            ("MISSING", ["v": "15", "v/FSM": "2", "v/SEN": "13"], true),
            ("PLANS", ["n": "3", "d": "100"], true), ("PLANS", ["n": "70", "d": "100"], false),
            ("PLANS", ["n": "x", "d": "100"], false),
        ])
    func `what members would not see is known`(
        measure: String, fields: [String: String], isSmall: Bool
    ) throws {
        #expect(try check(measure, fields.merging(["figure": "final"]) { $1 }).isSmall == isSmall)
    }

    @Test func `only a missed target asks for words`() throws {
        let entry = try entry("PLANS")
        for status in TargetStatus.allCases {
            let content = EntryContent(["figure": "final", "n": "7", "d": "10"])
            let words = EntryWordsCheck(entry.with(content), flag: .final, status: status)
            let asks = words.faults.map(\.field)
            switch status {
            case .offTarget: #expect(asks == [.comment, .action, .who, .by])
            case .close: #expect(asks == [.comment])
            case .onTarget, .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData,
                .suppressed, .inDevelopment, .toBeDefined, .contextOnly:
                #expect(asks == [], "\(status)")
            }
        }
    }
}
