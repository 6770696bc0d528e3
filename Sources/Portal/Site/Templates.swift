import Mustache

extension TemplateLibrary {
    /// Parses every template below `Templates`.
    init(folder: Folder) throws {
        var texts: [String: String] = [:]
        for name in try folder.names(endingIn: ".mustache") {
            texts[name] = try folder.text(of: name + ".mustache")
        }
        try self.init(texts)
    }
}
