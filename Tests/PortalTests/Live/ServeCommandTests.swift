import HTTPServer
import Testing

@testable import Portal

/// The program as a person starts it.
@Suite struct ServeCommandTests {
    @Test(arguments: [
        ("--listen", "8080", "--listen «8080» is not an address"),
        ("--listen", "unix:here", "--listen «unix:here» is not an address"),
        ("--port", "x", "--port «x» is not a whole number from 0 to 65535"),
        ("--workers", "0", "--workers «0» is not a whole number from 1 to 256"),
        ("--max-connections", "-1", "--max-connections «-1» is not a whole number"),
        ("--trusted-proxy", "10.0.0.1,proxy", "--trusted-proxy «proxy» is not a numeric address"),
        ("--trusted-proxy", "10.0.0.0/33", "--trusted-proxy «10.0.0.0/33» is not a numeric"),
        ("--forwarded", "via", "--forwarded «via» is not x-forwarded or forwarded"),
        ("--host-name", "https://a.example", "--host-name «https://a.example» is not a name"),
        ("--host-name", "a.example:80", "--host-name «a.example:80» is not a name"),
        ("--access-log", "", "--access-log needs a file"),
        ("--limit", "speed=1", "names no limit; there are: requestLine, head, fields, body"),
        ("--limit", "head", "--limit «head» is not head= and a whole number"),
        ("--limit", "head=0", "--limit «head=0» is not head= and a whole number from 1"),
        ("--limit", "head=99999999999999999999", "is not head= and a whole number"),
        ("--colour", "red", "«--colour» is not understood"),
    ])
    func `a value that cannot be is told in one line`(
        _ option: String, _ value: String, _ words: String
    ) throws {
        let (status, said) = try run(["serve", option, value])
        #expect(status == 2)
        #expect(said.hasPrefix("portal: "))
        #expect(said.contains(words))
        #expect(said.split(separator: "\n").count == 1)
    }

    @Test func `two ways to say where to listen are one too many`() throws {
        let (status, said) = try run(["serve", "--listen", "127.0.0.1:0", "--port", "80"])
        #expect(status == 2)
        #expect(said == "portal: --listen says all: leave --host and --port out\n")
    }

    @Test(arguments: ["serve", "load"])
    func `a mistake in the settings stops the start with its file and line`(_ command: String)
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write(Array("# ours\nbrand = teal\n".utf8), to: "own.conf")
        let file = folder.file("own.conf")
        let (status, said) = try run([
            command, "--settings", file, "--database", folder.file("portal.sqlite"),
        ])
        #expect(status == 1)
        #expect(said.hasPrefix("portal: \(file):2: «brand»: «teal» is not # with six digits"))
        #expect(said.split(separator: "\n").count == 1)
    }

    @Test func `the README has every limit with its default`() throws {
        let readme = try Folder(path: Settings.project).text(of: "README.md")
        for named in Limits.all {
            #expect(readme.contains("\n| `\(named.name)` | \(Limits()[named]) | "), "\(named.name)")
        }
    }

    /// Runs the program that was built beside the tests; its exit status and its errors.
    func run(_ words: [String]) throws -> (status: Int32, said: String) {
        let process = try PortalProcess(words)
        return (process.wait(), try process.errors)
    }
}
