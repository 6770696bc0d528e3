package import HTTPServer
import SQLite

/// What is answered from pages that are kept, and what is added to every answer.
extension Site {
    /// Answers a request; nothing thrown below gets past here.
    package func respond(to request: Request) -> Response {
        guard !isHealthCheck(request), let address = pages.address(of: request),
            let state = pageState
        else { return finished(answer(request), request) }
        if let page = pages.page(at: address, state) { return page }
        let response = finished(answer(request), request)
        guard let pattern = response.route, routes.isSameForStrangers(pattern) else {
            return response
        }
        return pages.keep(response, at: address, state)
    }

    /// What pages are made from now; `nil` if it cannot be told just now.
    ///
    /// Asked before a page is drawn: what is written meanwhile makes it another state, so that a
    /// page may be of a later state than it is kept under, never of an earlier one.
    private var pageState: PageState? {
        guard let data = reading.committedState else { return nil }
        return PageState(content: content.number, day: settings.today(), data: data)
    }

    /// The response with what only the request's way and address decide.
    private func finished(_ answer: Response, _ request: Request) -> Response {
        var response = answer
        if request.scheme == "https" { SecurityFields.requireTLS(&response) }
        if let pattern = routes.confidentialPattern(request.path) {
            response.route = pattern
            response.isConfidential = true
        }
        return response
    }

    func isHealthCheck(_ request: Request) -> Bool {
        request.path == WatchRoutes.health && (request.method == .get || request.method == .head)
    }
}
