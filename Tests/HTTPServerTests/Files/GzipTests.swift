import Testing

@testable import HTTPServer

@Suite struct GzipTests {
    @Test(arguments: [0, 1, 100, 16_383, 16_384, 300_000])
    func `pieces come out whole`(_ size: Int) throws {
        for bytes in [ContentHashTests.noise(size), [UInt8](repeating: 97, count: size)] {
            let gzip = Gzip(level: 1, window: 13)
            var result: [UInt8] = []
            for _ in 0..<3 { result += try #require(gzip.add(bytes)) }
            result += try #require(gzip.add([]))
            result += try #require(gzip.add(nil))
            #expect(inflated(result) == bytes + bytes + bytes)
        }
    }

    @Test func `text shrinks, and what does not is left`() throws {
        let gzip = Gzip(level: 9)
        let text = [UInt8](repeating: 97, count: 5000)
        #expect(inflated(try #require(gzip.compress(text))) == text)
        #expect(gzip.compress(ContentHashTests.noise(500)) == nil)
        #expect(gzip.compress([]) == nil)
    }
}
