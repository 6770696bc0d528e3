import HTTPServer
import SQLite

@testable import Portal

/// A form as a browser sends it, with all that shows that it is ours, for tests to spoil.
struct TestForm {
    let path: String
    var pairs: [(name: String, value: String)]
    var headers: Headers

    /// A form that was drawn for the browser that shows this token.
    init(_ path: String, _ token: SessionToken, _ typed: KeyValuePairs<String, String> = [:]) {
        self.path = path
        pairs = [
            (FormToken.field, FormToken.text(token, Randomness.bytes)),
            (Submission.keyField, Submission.newKey(Randomness.bytes)),
        ]
        pairs += typed.map { ($0.key, $0.value) }
        headers = [
            "Host": "harbourside.example", "Accept": "text/html",
            "Cookie": "session=\(token.text)",
            "Content-Type": "application/x-www-form-urlencoded",
        ]
    }

    /// The value of a field; without one the form does not have it.
    subscript(name: String) -> String? {
        get { pairs.first { $0.name == name }?.value }
        set {
            pairs.removeAll { $0.name == name }
            if let newValue { pairs.append((name, newValue)) }
        }
    }

    /// The fields as a form sends them; an address leaves out those that are empty.
    var body: [UInt8] {
        Array(
            pairs.map { name, value in
                value.isEmpty
                    ? "\(name)=" : String(AddressQuery(path: "", [(name, value)]).text.dropFirst())
            }.joined(separator: "&").utf8)
    }

    var request: Request { Request(.post, path, headers: headers, body: body) }

    /// The same with other content.
    func request(_ body: [UInt8]) -> Request {
        Request(.post, path, headers: headers, body: body)
    }
}

extension TestPortal {
    /// Begins a session, as signing in does.
    func session(
        of person: Int64, _ method: Session.Method = .password, isComplete: Bool = true
    ) throws -> SessionToken {
        let token = SessionToken(settings.random)
        try begin(token, of: person, method, isComplete: isComplete)
        return token
    }

    /// The same with a token that is known.
    func begin(
        _ token: SessionToken, of person: Int64, _ method: Session.Method = .password,
        isComplete: Bool = true
    ) throws {
        try database().begin(
            NewSession(
                token: token, person: person, method: method, isComplete: isComplete,
                at: settings.now(), address: "192.0.2.1", agent: "test"))
    }

    /// What a browser that shows this token is answered.
    func get(_ path: String, _ token: SessionToken) throws -> Answer {
        try ask(
            Request(
                .get, path, headers: ["Accept": "text/html", "Cookie": "session=\(token.text)"]))
    }
}
