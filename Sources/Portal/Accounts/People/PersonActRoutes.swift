import HTTPServer

/// Addresses of what is done with one person, each with a page that asks first.
enum PersonActRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/admin/people/:person/roles", .managePeople, roles)
        routes.post("/admin/people/:person/roles", .managePeople, setRoles)
        routes.get("/admin/people/:person/state", .managePeople, state)
        routes.post("/admin/people/:person/state", .managePeople, setState)
        routes.get("/admin/people/:person/reset", .managePeople, reset)
        routes.post("/admin/people/:person/reset", .managePeople, makeLink)
        routes.get("/admin/people/:person/link", .managePeople, link)
        routes.get("/admin/people/:person/sessions", .managePeople, sessions)
        routes.post(
            "/admin/people/:person/sessions", .managePeople, keeping: .nothing, endSessions)
    }

    private static func roles(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let person = try visit.person()
        return try page(visit, person, visit.heldFields.map(RolesForm.init) ?? RolesForm(person))
    }

    private static func setRoles(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = RolesForm(visit.fields)
        do {
            return try visit.once {
                let person = try visit.person()
                let reason = try form.checkedReason().get()
                try visit.register.setRoles(
                    of: person, to: form.grants, from: form.revision ?? 0, reason: reason)
                return .seeOther(PersonPage.Done.roles.address(person.userName))
            }
        } catch let faults as FieldFaults {
            return try page(visit, visit.person(), form, faults, .unprocessableContent)
        } catch PeopleFault.changedMeanwhile {
            return try page(visit, visit.person(), form, FieldFaults(all: []), .conflict)
        } catch PeopleFault.unknownScopes(let scopes) {
            let faults = form.faults(scopes)
            return try page(visit, visit.person(), form, faults, .unprocessableContent)
        } catch let fault as PeopleFault {
            return try page(visit, visit.person(), form, fault.onPage, .unprocessableContent)
        }
    }

    private static func page(
        _ visit: Visit, _ person: Person, _ form: RolesForm,
        _ faults: FieldFaults = FieldFaults(all: []), _ status: HTTPStatus = .ok
    ) throws -> Response {
        let page = RolesPage(
            person: person, form: form, choices: try visit.database.scopeChoices(),
            faults: faults, isClash: status == .conflict,
            isOneself: person.id == visit.actor.person)
        return try visit.page(page, status: status)
    }

    private static func state(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let person = try visit.person()
        let form = PersonActForm(visit.heldFields ?? visit.fields)
        return try ask(visit, person, person.isActive ? .disable : .enable, form)
    }

    private static func setState(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = PersonActForm(visit.fields)
        guard let isActive = form.isActive else {
            throw Refusal.badRequest("The form does not say what is to be done.")
        }
        return try act(visit, isActive ? .enable : .disable, form) { person in
            let reason = try form.checkedReason().get()
            try visit.register.set(isActive: isActive, of: person, reason: reason)
            let done = isActive ? PersonPage.Done.enabled : .disabled
            return done.address(person.userName)
        }
    }

    private static func reset(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try ask(visit, visit.person(), .reset, PersonActForm(visit.heldFields ?? visit.fields))
    }

    private static func makeLink(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = PersonActForm(visit.fields)
        return try act(visit, .reset, form) { person in
            let reason = try form.checkedReason().get()
            guard person.id != member.account.id else { throw PeopleFault.oneself }
            if form.removesSecondFactor {
                try visit.register.removeSecondFactor(
                    of: person, leaving: visit.passwords.decoy, reason: reason)
            }
            return try visit.makeLink(for: person, reason: reason)
        }
    }

    /// Shows a link to the browser that asked for it, and to no other.
    private static func link(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let person = try visit.person()
        guard let token = visit.token, let key = request.query["key"] else {
            throw Refusal.notFound
        }
        let linkToken = LinkToken(token, key: key)
        guard let link = try visit.database.link(linkToken.digest), link.person?.id == person.id,
            link.isGood(at: visit.now)
        else {
            let choices = [
                Link(href: AccountLinks.person(person.userName), label: person.name),
                Link(
                    href: AccountLinks.person(person.userName, "reset"),
                    label: "Make another link"),
            ]
            throw Refusal.notFound(
                NotFound(
                    what: "There is no link to show. It has been used, another has taken its "
                        + "place, or it was made in another session.",
                    choicesHeading: "What you can do", choices: choices))
        }
        let origin = visit.settings.origin
        let host = origin.isEmpty ? "\(request.scheme)://\(request.authority)" : origin
        return try visit.page(
            MadeLinkPage(person: person, link: link, address: host + linkToken.path))
    }

    private static func sessions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try ask(visit, visit.person(), .endSessions, PersonActForm(visit.fields))
    }

    private static func endSessions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try act(visit, .endSessions, PersonActForm(visit.fields)) { person in
            guard person.id != member.account.id else { throw PeopleFault.oneself }
            try visit.register.endSessions(of: person)
            return PersonPage.Done.sessions.address(person.userName)
        }
    }

    private static func ask(
        _ visit: Visit, _ person: Person, _ act: PersonActPage.Act, _ form: PersonActForm,
        _ faults: FieldFaults? = nil
    ) throws -> Response {
        let page = PersonActPage(
            act: act, person: person, form: form, faults: faults ?? FieldFaults(all: []),
            isOneself: person.id == visit.actor.person)
        return try visit.page(page, status: faults == nil ? .ok : .unprocessableContent)
    }

    /// Does something with the person of the address, or says on the same page why not.
    private static func act(
        _ visit: Visit, _ act: PersonActPage.Act, _ form: PersonActForm,
        _ work: (Person) throws -> String
    ) throws -> Response {
        do {
            return try visit.once { .seeOther(try work(visit.person())) }
        } catch let faults as FieldFaults {
            return try ask(visit, visit.person(), act, form, faults)
        } catch let fault as PeopleFault {
            return try ask(visit, visit.person(), act, form, fault.onPage)
        }
    }
}
