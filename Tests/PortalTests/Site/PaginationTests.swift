import Testing

@testable import Portal

@Suite struct PaginationTests {
    @Test(arguments: [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
    func `a list has as many pages as it takes`(count: Int, pages: Int) {
        #expect(Pagination(count: count, pageLength: 50, 1).pages == pages)
    }

    @Test(arguments: [(1, 0..<50), (2, 50..<100), (3, 100..<101), (4, 101..<101)])
    func `a page shows its part of the list`(number: Int, range: Range<Int>) {
        #expect(Pagination(count: 101, pageLength: 50, number).range == range)
    }

    @Test func `a title names the page only where there are several`() {
        #expect(Pagination(count: 50, pageLength: 50, 1).titleWords.isEmpty)
        #expect(Pagination(count: 51, pageLength: 50, 2).titleWords == ", page 2 of 2")
    }

    @Test(arguments: [
        "0", "-1", "", "1.5", "x", "01", "+1", "100001", "9223372036854775807",
        "9223372036854775808",
    ])
    func `what is no number of a page is refused`(_ text: String) {
        let address = AddressQuery(path: "/x", [])
        #expect(throws: Refusal.self) { try PageNumber.asked(text, of: address) }
    }

    @Test func `without a number the first page is asked for`() throws {
        let address = AddressQuery(path: "/x", [])
        #expect(try PageNumber.asked(nil, of: address) == 1)
        #expect(try PageNumber.asked("100000", of: address) == 100_000)
    }
}
