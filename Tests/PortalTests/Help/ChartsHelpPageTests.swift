import Testing

@testable import Portal

@Suite struct ChartsHelpPageTests {
    @Test(arguments: [
        ("spark", "spark"), ("trend", "chart__svg"), ("process", "chart__svg"),
        ("comparison", "chart__svg"), ("spine", "spine"), ("groups", "chart__svg"), ("bar", "mix"),
        ("rug", "rug"), ("boards", "chart"),
    ])
    func `each kind of chart is drawn, and its figures called an example`(
        _ id: String, _ drawing: String
    ) throws {
        let section = try #require(try get("/help/charts").page.section(id))
        #expect(section.descendants.contains { $0.classes.contains { $0.hasPrefix(drawing) } })
        #expect(section.first(class: "example")?.text.hasPrefix("An example, not a real") == true)
        #expect(!section.all("li").isEmpty)
    }

    @Test(arguments: ["trend", "process", "comparison", "spine", "groups"])
    func `the figures of an example stand in a table`(_ id: String) throws {
        let section = try #require(try get("/help/charts").page.section(id))
        #expect(section.all("tr").count > 2)
    }

    @Test func `no example goes by the name of a place`() throws {
        for id in ["trend", "process", "comparison", "spine", "groups"] {
            let section = try #require(try get("/help/charts").page.section(id))
            for drawing in section.all("svg") + section.all("table") {
                #expect(!drawing.text.contains("Harbourside"))
                #expect(!drawing.text.contains("England"))
            }
        }
    }

    @Test func `the process chart shows each of the three shapes`() throws {
        let section = try #require(try get("/help/charts").page.section("process"))
        for word in ["Improving", "Concerning", "Common variation"] {
            #expect(section.all("td").contains { $0.text == word })
        }
        #expect(section.first("h3")?.text == "Improving; target of 73.0%: hit and miss")
    }

    @Test func `what is held back in an example is not drawn`() throws {
        let section = try #require(try get("/help/charts").page.section("groups"))
        #expect(section.text.contains("not shown [c]"))
        #expect(section.all("td").contains { $0.text == "[c]" })
    }
}
