import Testing

@testable import HTTPServer

@Suite struct EntityTagTests {
    @Test func `a tag is 32 digits in quotes`() {
        let tag = EntityTag.of(Array("content".utf8))
        #expect(tag.utf8.count == 34)
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        #expect(tag.utf8.dropFirst().dropLast().allSatisfy { $0.hexValue != nil })
        #expect(tag == EntityTag.of(Array("content".utf8)))
    }

    /// RFC 9110, 8.8.3.2: strongly, then weakly.
    @Test(arguments: [
        ("\"a\"", "\"a\"", EntityTag.Match.plain, EntityTag.Match.plain),
        ("W/\"a\"", "\"a\"", .none, .plain), ("\"a\"", "W/\"a\"", .none, .plain),
        ("W/\"a\"", "W/\"a\"", .none, .plain), ("\"b\"", "\"a\"", .none, .none),
        ("\"a-gzip\"", "\"a\"", .compressed, .compressed),
        ("W/\"a-gzip\"", "\"a\"", .none, .compressed),
        ("\"ab-gzip\"", "\"a\"", .none, .none), ("\"-gzip\"", "\"a\"", .none, .none),
        ("\"b\" ,, \t\"a\"", "\"a\"", .plain, .plain), ("*", "\"a\"", .plain, .plain),
        ("\"x,y\", \"a\"", "\"a\"", .plain, .plain), ("\"a\"", "\"a, b\"", .none, .none),
        ("\"\"", "\"\"", .plain, .plain), ("a", "\"a\"", .none, .none),
        ("\"a", "\"a\"", .none, .none), ("a, \"a\"", "\"a\"", .none, .none),
        ("w/\"a\"", "\"a\"", .none, .none), ("\"a b\", \"a\"", "\"a\"", .none, .none),
        ("", "\"a\"", .none, .none),
    ])
    func `a list is searched for the tag`(
        _ list: String, _ tag: String, _ strongly: EntityTag.Match, _ weakly: EntityTag.Match
    ) {
        #expect(EntityTag.match(tag, in: list, strongly: true) == strongly)
        #expect(EntityTag.match(tag, in: list, strongly: false) == weakly)
    }

    @Test func `only a star meets what has no tag`() {
        #expect(EntityTag.match(nil, in: "*", strongly: true) == .plain)
        #expect(EntityTag.match(nil, in: "\"a\"", strongly: false) == .none)
    }
}
