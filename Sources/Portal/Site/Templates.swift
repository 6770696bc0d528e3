import Mustache

extension TemplateLibrary {
    /// The text of every template below a folder, by its name.
    static func texts(below folder: Folder) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in try folder.names(endingIn: ".mustache") {
            texts[name] = try folder.text(of: name + ".mustache")
        }
        return texts
    }
}
