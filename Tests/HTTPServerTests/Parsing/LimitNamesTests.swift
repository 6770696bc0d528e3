import Testing

@testable import HTTPServer

@Suite struct LimitNamesTests {
    @Test func `every limit can be named, and is the one of that name`() {
        let properties = Array(Mirror(reflecting: Limits()).children)
        #expect(Limits.all.map(\.name) == properties.compactMap(\.label))
        #expect(Limits.all.map { Limits()[$0] } == properties.compactMap { $0.value as? Int })
        for (index, named) in Limits.all.enumerated() {
            var limits = Limits()
            limits[named] = 987_654
            let values = Mirror(reflecting: limits).children.compactMap { $0.value as? Int }
            #expect(values[index] == 987_654)
            #expect(values.count { $0 == 987_654 } == 1)
        }
    }
}
