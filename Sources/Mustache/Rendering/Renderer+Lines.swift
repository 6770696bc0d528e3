/// Lines of an indented template.
extension Renderer {
    /// Adds text whose lines are to be indented.
    mutating func indent(_ text: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var rest = text
        while !rest.isEmpty {
            beginLine(into: &output)
            guard let newline = rest.firstIndex(of: .newline) else {
                return output.append(contentsOf: rest)
            }
            output.append(contentsOf: rest[...newline])
            rest = rest[(newline + 1)...]
            isAtLineStart = true
        }
    }

    /// Writes the indentation if nothing of the line is there yet.
    mutating func beginLine(into output: inout [UInt8]) {
        guard isAtLineStart else { return }
        output.append(contentsOf: indentation)
        isAtLineStart = false
    }
}
