extension Int {
    /// The number with its noun: `1 measure`, `4 measures`.
    func counted(_ noun: String) -> String {
        self == 1 ? "1 \(noun)" : "\(self) \(noun)s"
    }
}
