import HTTPServer
import Scorecard
import Testing

@testable import Portal

/// A report as one file.
@Suite struct ReportDocumentTests {
    /// What reports are made of: a full one, a light one, and one of the real catalogue on its
    /// first day, with every scorecard and for either audience.
    enum Kind: CaseIterable {
        case harbourside
        case light
        case blank
        case officers

        func paper() throws -> ReportPaper {
            switch self {
            case .harbourside:
                return try ReportPaper(of: TestPortal.harbourside.get(), texts)
            case .light:
                return try ReportPaper(
                    of: TestPortal.harbourside.get(),
                    ["touch": "light", "board": "harbour-committee"])
            case .blank, .officers:
                let portal = try TestPortal.real.get()
                let all = try portal.database().scorecards().map(\.slug)
                return try ReportPaper(
                    of: portal, ["scorecards": all.joined(separator: "\n")],
                    for: self == .officers ? .service : .everyone)
            }
        }

        private var texts: [String: String] {
            [
                "board": "harbour-committee", "meeting": "2026-11-24",
                "report-of": "Director of Children’s Services",
                "overview": "We grew.\n\nWe learned <much>.", "overview-by": "Portfolio holder",
                "headlines": "More children came\nFewer left", "good-practice": "The harbour walk",
                "scorecards": "start-well\nschools",
            ]
        }
    }

    @Test func `a draft is drawn whole, with every section in its order`() throws {
        var desk = try ReportDesk()
        let answer = desk.preview()
        #expect(answer.status == .ok)
        #expect(
            try answer.page.all("h2").map(\.text).filter { $0.first?.isNumber == true } == [
                "1. Portfolio holder’s overview", "2. At a glance", "3. Delivery by priority",
                "4. Measures by priority", "5. Finance", "6. Risk and corrective action",
                "7. What we said last time", "8. Appendices",
            ])
        let policy = try #require(answer.response.headers["Content-Security-Policy"])
        let page = try answer.page
        let meta = page.all("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
        #expect(meta?["content"] == policy)
        let style = try #require(page.first("style"))
        var texts: [String] = []
        for case .text(let text) in style.nodes { texts.append(text) }
        #expect(!texts.joined().isEmpty)
    }

    @Test(arguments: Kind.allCases)
    func `every id is there once, and every link within the file leads somewhere`(
        kind: Kind
    ) throws {
        let page = try kind.paper().page(fingerprint: String(repeating: "0", count: 64))
        let ids = page.descendants.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        var named: Set<String> = []
        for element in page.descendants {
            for name in ["aria-labelledby", "aria-describedby", "headers"] {
                named.formUnion((element[name] ?? "").split(separator: " ").map(String.init))
            }
            if let href = element["href"], href.hasPrefix("#") {
                named.insert(String(href.dropFirst()))
            }
        }
        #expect(named.subtracting(ids).isEmpty)
    }

    @Test(arguments: Kind.allCases)
    func `headings go down by one step, and every section says something`(kind: Kind) throws {
        let page = try kind.paper().page()
        var level = 0
        for element in page.descendants {
            guard element.name.count == 2, element.name.first == "h",
                let next = element.name.last?.wholeNumberValue
            else { continue }
            #expect(next <= level + 1, "\(element.text)")
            #expect(!element.text.isEmpty)
            level = next
        }
        #expect(page.all("h1").count == 1)
    }

    @Test(arguments: Kind.allCases)
    func `the file needs nothing besides itself`(kind: Kind) throws {
        let paper = try kind.paper()
        let page = try paper.page()
        for element in page.descendants {
            #expect(!["script", "link", "img", "iframe", "object", "form"].contains(element.name))
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on") && name != "style" && name != "src")
                guard name == "href" else { continue }
                let isLink = element.name == "a" && value.hasPrefix("https://")
                #expect(value.hasPrefix("#") || isLink, "\(value)")
            }
        }
        #expect(try paper.bytes().count < 2_000_000)
    }

    @Test func `a draft says so at its front and on every page`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get())
        let page = try paper.page()
        #expect(page.first(class: "notice--draft") != nil)
        #expect(page.first(class: "mark--draft") != nil)
        #expect(page.element(id: "fingerprint") == nil)
        #expect(try paper.document().style.text.contains("@top-right{content:\"Draft"))
    }

    @Test func `a final file says its fingerprint and who approved it when`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get())
        let zeros = String(repeating: "0", count: 64)
        let day = try #require(Day("2026-11-03"))
        let page = try paper.page(fingerprint: zeros, approvedOn: day)
        #expect(page.element(id: "fingerprint")?.text == zeros)
        #expect(page.first(class: "notice--draft") == nil)
        #expect(page.first(class: "facts")?.facts["Approved"] == "3 November 2026, by an approver")
        let text = try String(decoding: paper.bytes(fingerprint: zeros), as: UTF8.self)
        #expect(text.components(of: zeros) == 1)
    }

    @Test func `what is invented is said at the front and on every page`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get())
            .after(ReportPaper.noPast, demonstration: "Invented figures.")
        let page = try paper.page()
        #expect(page.first(class: "notice")?.text == "Invented figures.")
        #expect(page.first(class: "mark--draft-demonstration") != nil)
        let style = try paper.document().style.text
        #expect(style.contains("@top-left{content:\"Invented figures.\""))
    }

    @Test func `an officers’ edition says on every page that it is not to be passed on`() throws {
        let harbourside = try TestPortal.harbourside.get()
        let officers = try ReportPaper(of: harbourside, for: .service)
        #expect(try officers.document().style.text.contains("do not pass on"))
        #expect(try officers.page().first(class: "facts")?.facts["Edition"] == "Officers’ edition")
        let everyone = try ReportPaper(of: harbourside)
        #expect(try !everyone.document().style.text.contains("do not pass on"))
    }

    @Test func `no value has the name of another`() throws {
        let facts = try Kind.harbourside.paper().document().facts
        let names = facts.map { "\($0.section)\n\($0.subject)\n\($0.name)" }
        #expect(Set(names).count == names.count)
        #expect(facts.allSatisfy { !$0.text.isEmpty || $0.section == "glance" })
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of text: String) -> Int {
        var (count, rest) = (0, self[...])
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
