import Testing

@testable import Portal

@Suite struct RememberedTests {
    @Test func `what was made is given until what it is made of changes`() {
        var remembered = Remembered<Int, String>()
        var made: [Int] = []
        let outputs = [1, 1, 2, 2, 1].map { input in
            remembered.output(of: input) {
                made.append(input)
                return "\(input)"
            }
        }
        #expect(outputs == ["1", "1", "2", "2", "1"])
        #expect(made == [1, 2, 1])
    }
}
