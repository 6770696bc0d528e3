/// What was last made of a value, as long as the value stays the same.
///
/// The value must be all that it is made of, so that what is remembered is what would be made.
struct Remembered<Input: Equatable, Output> {
    private var latest: (input: Input, output: Output)?

    /// What was made of this input the last time, or what `make` makes of it now.
    mutating func output(of input: Input, make: () -> Output) -> Output {
        if let latest, latest.input == input { return latest.output }
        let output = make()
        latest = (input, output)
        return output
    }
}
