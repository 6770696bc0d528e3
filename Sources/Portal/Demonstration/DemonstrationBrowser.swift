import HTTPServer

/// The browser of somebody who has signed in: it opens pages of the portal and sends their forms
/// as they were drawn, so that a demonstration holds nothing that a form would have refused.
struct DemonstrationBrowser {
    let site: Site
    let token: SessionToken
    let clock: DemonstrationClock

    /// The form of a page that is sent to `action`.
    ///
    /// - Throws: `DemonstrationFault` where the page has none.
    func form(to action: String, on page: String? = nil) throws -> DrawnForm {
        let address = page ?? action
        let forms = DrawnForm.all(try open(address), at: address)
        guard let form = forms.first(where: { $0.action == action }) else {
            let others = forms.map(\.action).joined(separator: ", ")
            throw DemonstrationFault("\(address) has no form to \(action), but to \(others)")
        }
        return form
    }

    /// Fills in the form of a page and sends it.
    @discardableResult
    func send(
        _ typed: [(name: String, text: String)], to action: String, on page: String? = nil
    ) throws -> String {
        var form = try form(to: action, on: page)
        for (name, text) in typed { try form.fill(name, text) }
        return try send(form)
    }

    /// Sends a form.
    ///
    /// - Returns: Where it leads.
    /// - Throws: `DemonstrationFault` with what the page says is wrong.
    @discardableResult
    func send(_ form: DrawnForm) throws -> String {
        var headers = headers
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        headers.add("Origin", "http://\(Self.host)")
        let request = Request(.post, form.action, headers: headers, body: form.body)
        let response = ask(request)
        guard response.status == .seeOther, let location = response.headers["Location"] else {
            throw DemonstrationFault(
                "\(form.action) answers \(response.status.rawValue): "
                    + PageProblem.words(response.body))
        }
        return location
    }

    /// What a page answers.
    ///
    /// - Throws: `DemonstrationFault` for any answer but the page itself.
    func open(_ address: String) throws -> [UInt8] {
        let response = ask(Request(.get, address, headers: headers))
        guard response.status == .ok else {
            let place = response.headers["Location"].map { " and leads to \($0)" } ?? ""
            throw DemonstrationFault(
                "\(address) answers \(response.status.rawValue)\(place): "
                    + PageProblem.words(response.body))
        }
        return response.body
    }

    private func ask(_ request: Request) -> Response {
        clock.pass()
        return site.respond(to: request)
    }

    private var headers: Headers {
        ["Accept": "text/html", "Host": Self.host, "Cookie": "session=\(token.text)"]
    }

    private static let host = "localhost"
}
