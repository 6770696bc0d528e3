import Testing

/// What `make fuzz` looks for, for a moment and with the inputs that are kept.
@Suite struct FuzzTests {
    @Test(arguments: FuzzTarget.allCases)
    func `a target has inputs to begin with`(_ target: FuzzTarget) {
        #expect(KeptInput.all.contains { $0.target == target })
    }

    @Test(arguments: KeptInput.all)
    func `a kept input holds, and what is made of it`(_ input: KeptInput) {
        input.target.run(input.bytes)
        let others = KeptInput.all.filter { $0.target == input.target }
        var mutation = Mutation(seed: 2_026 + UInt64(input.bytes.count))
        for number in 0..<input.target.mutants {
            let other = others[number % others.count].bytes
            input.target.run(mutation.mutant(of: input.bytes, with: other))
        }
    }
}

extension FuzzTarget {
    /// How many inputs are made of each that is kept: fewer where one takes long.
    fileprivate var mutants: Int {
        switch self {
        case .requestParser, .multipartForm, .workbook, .written, .zip, .xml, .upload, .pasted: 10
        default: 40
        }
    }
}
