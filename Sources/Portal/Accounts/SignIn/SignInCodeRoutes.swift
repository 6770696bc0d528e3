import HTTPServer

/// The second step of signing in, for those who have a second factor.
enum SignInCodeRoutes {
    static func add(to routes: inout Routes) {
        for step in SecondStep.allCases {
            routes.get(step.address, .enter) { try ask(step, $0, $1) }
            let outdated: Routes.Handler = { _, visit in try again(step, visit) }
            routes.post(step.address, .enter, keeping: .page(outdated)) { try take(step, $0, $1) }
        }
    }

    private static func ask(
        _ step: SecondStep, _ request: Request, _ visit: Visit
    ) throws -> Response {
        let next = AccountLinks.next(request.query["next"])
        guard visit.halfSignIn != nil else { return elsewhere(visit, next) }
        return try visit.page(SignInCodePage(step: step, next: next))
    }

    private static func take(
        _ step: SecondStep, _ request: Request, _ visit: Visit
    ) throws -> Response {
        let next = AccountLinks.next(visit.fields["next"])
        guard let half = visit.halfSignIn else { return elsewhere(visit, next) }
        let typed = visit.fields["code"] ?? ""
        var device: SessionToken?
        let response = try visit.once {
            switch try visit.complete(half, step, typed: typed) {
            case .done:
                device = try visit.welcome(half.account, request.deviceToken)
                return .seeOther(step.target(next))
            // What is written then is that a guess was wrong.
            case .wrong(let words): return try again(step, visit, next, words)
            case .blocked(let seconds):
                var response = try again(step, visit, next, Wording.wait(seconds))
                response.status = .tooManyRequests
                response.headers.set("Retry-After", "\(seconds)")
                return response
            }
        }
        var answer = try visit.withNextToken(response)
        if let device { answer.give(device: device, isSecure: visit.isSecure) }
        return answer
    }

    /// For who gave their password on another of the browser's pages since this one was drawn;
    /// nothing is looked at.
    private static func again(_ step: SecondStep, _ visit: Visit) throws -> Response {
        let next = AccountLinks.next(visit.fields["next"])
        guard visit.halfSignIn != nil else { return elsewhere(visit, next) }
        return try again(step, visit, next, "Enter the code again")
    }

    private static func again(
        _ step: SecondStep, _ visit: Visit, _ next: String, _ words: String
    ) throws -> Response {
        try visit.page(
            SignInCodePage(
                step: step, next: next, faults: [FieldFault(field: "code", words: words)]),
            status: .unprocessableContent)
    }

    /// For those who have signed in already, or not begun.
    private static func elsewhere(_ visit: Visit, _ next: String) -> Response {
        .seeOther(visit.reader.session == nil ? AccountLinks.signIn(backTo: next) : next)
    }
}
