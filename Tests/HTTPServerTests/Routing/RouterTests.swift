import Testing

@testable import HTTPServer

@Suite struct RouterTests {
    static let router: Router<String> = {
        var router = Router<String>()
        router.add(.get, "/", "home")
        router.add(.get, "/strategies", "list")
        router.add(.post, "/strategies", "create")
        router.add(.get, "/strategies/new", "form")
        router.add(.get, "/strategies/:strategy", "show")
        router.add(.delete, "/strategies/:strategy", "delete")
        router.add(.get, "/strategies/:strategy/:node", "node")
        router.add(.get, "/strategies/:strategy/edit", "edit")
        router.add(.get, "/static/*file", "file")
        return router
    }()

    static func words(_ match: RouteMatch<String>) -> String {
        switch match {
        case .found(let name, let parameters):
            [name, parameters["strategy"], parameters["node"], parameters["file"]]
                .compactMap(\.self).joined(separator: " ")
        case .methodNotAllowed(let allow): "only " + allow.map(\.rawValue).joined(separator: " ")
        case .notFound: "none"
        }
    }

    @Test(arguments: [
        (Method.get, "/", "home"), (.head, "/", "home"), (.get, "/strategies", "list"),
        (.post, "/strategies", "create"), (.get, "/strategies/new", "form"),
        (.get, "/strategies/send", "show send"), (.get, "/strategies/a%2Fb%20c", "show a/b c"),
        (.get, "/strategies/send/x", "node send x"), (.get, "/strategies/send/edit", "edit send"),
        (.get, "/strategies/new/x", "node new x"), (.get, "/%73trategies", "list"),
        (.get, "/static/css/site.css", "file css/site.css"), (.get, "/static/", "none"),
        (.get, "/strategies/", "none"), (.get, "//strategies", "none"), (.get, "/nothing", "none"),
        (.get, "/strategies/a/b/c", "none"), (.get, "", "home"),
        (.put, "/strategies", "only GET HEAD POST OPTIONS"),
        (.options, "/strategies/send", "only GET HEAD DELETE OPTIONS"),
        (.delete, "/strategies/new", "delete new"),
    ])
    func `a path finds its handler`(_ method: Method, _ path: String, _ words: String) {
        #expect(Self.words(Self.router.match(method, path)) == words)
    }

    @Test func `a parameter is read as what the handler asks for`() {
        let parameters = PathParameters(["page": "12", "name": "x"])
        #expect(parameters("page", as: Int.self) == 12)
        #expect(parameters("name", as: Int.self) == nil)
        #expect(parameters("none", as: String.self) == nil)
    }

    @Test func `the same route twice stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var router = Router<Int>()
            router.add(.get, "/a/:x", 1)
            router.add(.get, "/a/:y", 2)
        }
    }
}
