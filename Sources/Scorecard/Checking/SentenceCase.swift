extension String {
    /// The text as a sentence begins.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text as it stands in the midst of a sentence; one that begins with an abbreviation,
    /// such as `SEN support pupils`, keeps its capitals.
    var lowercasedFirst: String {
        guard let second = dropFirst().first, second.isLowercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
