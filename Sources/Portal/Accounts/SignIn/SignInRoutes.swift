import HTTPServer

/// The way in, and the way out.
enum SignInRoutes {
    static func add(to routes: inout Routes) {
        routes.get(AccountLinks.signIn, .enter, show)
        routes.post(AccountLinks.signIn, .enter, keeping: .page(again), enter)
        routes.get(AccountLinks.cannotSignIn, .readAlways) { _, visit in
            try visit.page(SignInHelpPage(visit.settings))
        }
        routes.post(AccountLinks.signOut, .settleAccount, keeping: .nothing, leave)
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        if let response = try SignOn.begin(request, visit) { return response }
        let form = SignInForm(next: request.query[SignInForm.nextField])
        guard visit.reader.session == nil else { return .seeOther(form.next) }
        let notice = request.query["done"].flatMap(SignInNotice.init)
        return try visit.page(SignInPage(form, visit.settings, notice: notice))
    }

    /// Not `once`: to be signed in twice harms nobody, and the key of a form would have to be
    /// kept with a digest of the password in it.
    private static func enter(_ request: Request, _ visit: Visit) throws -> Response {
        guard !visit.settings.signOn.isOnly else { throw Refusal.forbidden(nil) }
        let form = form(visit)
        guard form.faults.isEmpty else {
            let page = SignInPage(form, visit.settings, form.faults)
            return try visit.page(page, status: .unprocessableContent)
        }
        switch try visit.signIn(form, device: request.deviceToken) {
        case .blocked(let seconds):
            visit.noteBlockedSignIn()
            let page = SignInPage(form, visit.settings, [.blocked(seconds)])
            var response = try visit.page(page, status: .tooManyRequests)
            response.headers.set("Retry-After", "\(seconds)")
            return response
        case .wrong:
            let page = SignInPage(form, visit.settings, [.wrong])
            return try visit.page(page, status: .unprocessableContent)
        case .half(let token):
            let next = form.next == "/" ? "" : form.next
            let address = AddressQuery(path: AccountLinks.code, [(SignInForm.nextField, next)])
            var response = Response.seeOther(address.text)
            response.give(token, isSecure: visit.isSecure)
            return response
        case .whole(let token, let device):
            var response = Response.seeOther(form.next)
            response.give(token, isSecure: visit.isSecure)
            response.give(device: device, isSecure: visit.isSecure)
            return response
        }
    }

    private static func form(_ visit: Visit) -> SignInForm {
        SignInForm(
            names: visit.fields.all(SignInForm.nameField),
            passwords: visit.fields.all(SignInForm.passwordField),
            next: visit.fields[SignInForm.nextField])
    }

    /// For who signed in on another of the browser's pages since this one was drawn, or began to;
    /// nothing is held against accounts.
    private static func again(_ request: Request, _ visit: Visit) throws -> Response {
        let form = form(visit)
        guard visit.reader.session == nil else { return .seeOther(form.next) }
        guard !visit.settings.signOn.isOnly else { throw Refusal.forbidden(nil) }
        let fault = FieldFault(
            field: SignInForm.passwordField, words: "Enter your password again")
        let page = SignInPage(form, visit.settings, [fault])
        return try visit.page(page, status: .unprocessableContent)
    }

    private static func leave(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.together {
            try visit.database.end(session: member.session.id, .signedOut, at: visit.now)
            let name = member.account.userName
            try visit.record(.signOut, TrailEntry.Subject(kind: .person, name: name))
        }
        var response = Response.seeOther(
            SignOn.addressAfterSigningOut(of: member.session) ?? AccountLinks.signedOut)
        response.takeToken(isSecure: visit.isSecure)
        return response
    }
}
