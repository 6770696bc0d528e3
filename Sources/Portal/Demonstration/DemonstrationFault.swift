/// Why a demonstration is not made.
struct DemonstrationFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
