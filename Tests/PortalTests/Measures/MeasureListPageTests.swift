import Testing

@testable import Portal

@Suite struct MeasureListPageTests {
    @Test func `every measure stands under its letter, with its figure and status`() throws {
        let main = try get("/measures").main
        #expect(main.text.contains("15 measures"))
        #expect(
            main.all("h2").map(\.text) == ["B", "D", "F", "J", "M", "N", "R", "S", "V", "Y"])
        #expect(
            main.section("letter-3")?.all("li").map(\.text) == [
                "Families heard Awaiting data No figure yet",
                "Family centres Off target 8, 2025/26 financial year",
            ])
        #expect(
            main.section("letter-10")?.all("li").map(\.text) == [
                "Young carers known No target 1,204, 2025/26 financial year",
                "Young people in custody Suppressed [c], 2024/25 financial year",
            ])
    }

    @Test func `the letters lead to their sections`() throws {
        let main = try get("/measures").main
        let links = main.first(class: "subnav")?.all("a").compactMap { $0["href"] } ?? []
        #expect(links.count == 10)
        #expect(links.allSatisfy { main.element(id: String($0.dropFirst())) != nil })
    }
}
