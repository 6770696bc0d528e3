/// How a template is read where the specification would stay silent.
public enum TemplateReading: Sendable {
    /// Whatever looks like a mistake is an error that says where.
    ///
    /// A name without a value, a partial or parent that is not in the library, a block that its
    /// parent does not have, text in a parent that no block shows, a flag or list where text is
    /// shown.
    case strict

    /// The reading of the Mustache specification, for which all of these are empty.
    case specification
}
