import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct HelpTextTests {
    @Test func `a template's title and words are read, without its markup`() {
        let template = """
            {{<layouts/site}}
            {{$title}}How we rate{{/title}}
            {{$main}}
            <h1 class="x">How {{service}} rates</h1><p>Red &amp; green &lt;both&gt;</p>
            {{/main}}
            """
        let text = HelpText(template: template)
        #expect(text?.title == "How we rate")
        #expect(text?.body == "How rates Red & green <both>")
    }

    @Test(arguments: [
        "", "{{$title}}{{name}}{{/title}}{{$main}}x{{/main}}", "{{$title}}A{{/title}}",
    ])
    func `a template whose words are not in it is left out`(_ template: String) {
        #expect(HelpText(template: template) == nil)
    }

    @Test func `each help page that is found is there`() throws {
        let portal = try TestPortal.harbourside.get()
        let addresses = try portal.database().all(
            "SELECT href FROM search_entry WHERE kind = 'help'"
        ) { row throws(SQLError) in try row[0, as: String.self] }
        #expect(addresses.count >= 3)
        for address in addresses { #expect(try get(address).status == .ok, "\(address)") }
    }
}
