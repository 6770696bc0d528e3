import HTTPServer

/// The second step of signing in, for those who have a second factor.
enum SignInCodeRoutes {
    static func add(to routes: inout Routes) {
        for step in SecondStep.allCases {
            routes.get(step.address, .enter) { try ask(step, $0, $1) }
            routes.post(step.address, .enter) { try take(step, $1) }
        }
    }

    private static func ask(
        _ step: SecondStep, _ request: Request, _ visit: Visit
    ) throws -> Response {
        let next = AccountLinks.next(request.query["next"])
        guard visit.halfSignIn != nil else { return elsewhere(visit, next) }
        return try visit.page(SignInCodePage(step: step, next: next))
    }

    private static func take(_ step: SecondStep, _ visit: Visit) throws -> Response {
        let next = AccountLinks.next(visit.fields["next"])
        guard let half = visit.halfSignIn else { return elsewhere(visit, next) }
        let typed = visit.fields["code"] ?? ""
        let response = try visit.once {
            guard let words = try visit.complete(half, step, typed: typed) else {
                return .seeOther(step.target(next))
            }
            // What is written here is that a guess was wrong.
            let page = SignInCodePage(
                step: step, next: next, faults: [FieldFault(field: "code", words: words)])
            return try visit.page(page, status: .unprocessableContent)
        }
        return try visit.withNextToken(response)
    }

    /// For those who have signed in already, or not begun.
    private static func elsewhere(_ visit: Visit, _ next: String) -> Response {
        .seeOther(visit.reader.session == nil ? AccountLinks.signIn(backTo: next) : next)
    }
}
