import Mustache
import Testing

@Suite struct SpecificationTests {
    @Test func `every case of the specification gives what it must`() {
        let cases = SpecificationCase.all(in: "mustache-spec", "mustache-extra")
        var passed = 0
        for example in cases {
            let result = Result { try example.rendering() }
            guard case .success(example.expected) = result else {
                Issue.record("\(example.name): \(result), not \(example.expected.debugDescription)")
                continue
            }
            passed += 1
        }
        if cases.isEmpty { return }
        print("Mustache specification: \(passed) of \(cases.count) passed")
        #expect(passed == cases.count)
    }

    @Test func `records that keep what was shown of them show the same, and show it again`() {
        for example in SpecificationCase.all(in: "mustache-spec", "mustache-extra") {
            let result = Result { try example.rememberedRenderings() }
            guard case .success(let shown) = result else {
                Issue.record("\(example.name): \(result)")
                continue
            }
            #expect(shown?.allSatisfy { $0 == example.expected } ?? true, "\(example.name)")
        }
    }
}
