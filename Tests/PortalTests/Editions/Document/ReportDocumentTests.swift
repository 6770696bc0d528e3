import HTTPServer
import Testing

@testable import Portal

/// A report as one file.
@Suite struct ReportDocumentTests {
    @Test func `a draft is drawn whole, with every section in its order`() throws {
        var desk = try ReportDesk()
        let answer = desk.preview()
        #expect(answer.status == .ok)
        #expect(
            try answer.page.all("h2").map(\.text) == [
                "1. Portfolio holder’s overview", "2. At a glance", "3. Delivery by priority",
                "4. Measures by priority", "5. Finance", "6. Risk and corrective action",
                "7. What we said last time", "8. Appendices",
            ])
    }
}
