import Mustache
import Testing

@testable import Portal

@Suite struct TemplatesTests {
    @Test func `what indents the lines of a template is not sent to readers`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Array("  <ul>\n\t  <li>a  b</li>\n  </ul>\n\n<p>\n".utf8), to: "list.mustache")
        let texts = try TemplateLibrary.texts(below: Folder(path: folder.path))
        #expect(texts == ["list": "<ul>\n<li>a  b</li>\n</ul>\n\n<p>\n"])
    }

    @Test func `no template of ours keeps blanks where they would be seen`() throws {
        let settings = try TestPortal.harbourside.get().settings
        let folder = settings.folder("Templates")
        for name in try folder.names(endingIn: ".mustache") {
            let text = try folder.text(of: name + ".mustache")
            for element in ["pre", "textarea"] {
                for content in text.split(separator: "<\(element)").dropFirst() {
                    let inside = content.prefix { $0 != "<" }
                    #expect(!inside.contains("\n "), "\(name): \(element)")
                }
            }
        }
    }
}
