import Mustache

/// The templates of one site, each parsed when it is first shown.
///
/// It belongs to the site's thread: parsed templates that threads shared would have all of them
/// count references in the same places.
final class SiteTemplates {
    private var library: TemplateLibrary

    /// Takes a library as it is.
    init(_ library: TemplateLibrary) {
        self.library = library
    }

    /// Takes texts of which a library was made before, so that they are known to be right.
    convenience init(_ texts: [String: String]) {
        self.init(TemplateLibrary(unread: texts))
    }

    /// Adds the named template, with its values in place, to `output`.
    func render(
        _ name: String, _ value: TemplateValue, into output: inout [UInt8]
    ) throws(TemplateError) {
        try library.prepare(name)
        try library.render(name, value, into: &output)
    }
}
