import HTTPServer
import Testing

@testable import Portal

@Suite struct AddressQueryTests {
    @Test func `values are escaped, and those that say nothing are left out`() {
        let address = AddressQuery(path: "/x", [("q", "a b&c=d+é%"), ("none", ""), ("n", "1")])
        #expect(address.text == "/x?q=a+b%26c%3Dd%2B%C3%A9%25&n=1")
        #expect(AddressQuery(path: "/x", [("none", "")]).text == "/x")
    }

    @Test func `what is written is read back`() {
        let text = "50% of <a> & \"b\"; ~'*-._ \u{0}🙂"
        let query = AddressQuery(path: "", [("q", text)]).text.dropFirst()
        #expect(Query(formEncoded: Array(query.utf8))["q"] == text)
    }

    @Test func `a value takes the place of the one before`() {
        let address = AddressQuery(path: "/x", [("page", "2"), ("q", "a")])
        #expect(address.with("page", "3").text == "/x?q=a&page=3")
        #expect(address.with("page", nil).text == "/x?q=a")
    }
}
