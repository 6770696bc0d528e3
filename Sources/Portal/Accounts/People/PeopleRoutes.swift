import HTTPServer

/// Addresses of who there is.
enum PeopleRoutes {
    static func add(to routes: inout Routes) {
        AdminRoutes.add(to: &routes)
        routes.get(AccountLinks.people, .managePeople, list)
        routes.get(AccountLinks.newPerson, .managePeople, new)
        routes.post(AccountLinks.newPerson, .managePeople, add)
        routes.get("/admin/people/:person", .managePeople, show)
        routes.get("/admin/people/:person/edit", .managePeople, edit)
        routes.post("/admin/people/:person/edit", .managePeople, change)
        PersonActRoutes.add(to: &routes)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let filter = try filter(request.query)
        let list = PeopleList(filter, of: try visit.database.people(), at: visit.now)
        let number = try PageNumber.asked(request.query["page"], of: filter.address)
        let pages = Pagination(
            count: list.people.count, pageLength: PeoplePage.pageLength, number)
        guard number <= pages.pages else {
            throw PageNumber.refusal("\(number)", of: filter.address)
        }
        return try visit.page(PeoplePage(list: list, pages: pages))
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let person = try visit.person()
        let start = visit.now - visit.settings.sessionLimits.whole
        return try visit.page(
            PersonPage(
                person: person, choices: visit.database.scopeChoices(),
                sessions: visit.database.openSessions(of: person.id, since: start),
                moment: visit.now, isOneself: person.id == member.account.id,
                readsTrail: member.account.may(.readTrail),
                done: request.query["done"].flatMap(PersonPage.Done.init)))
    }

    private static func new(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try page(visit, nil, visit.heldFields.map(PersonForm.init) ?? .empty)
    }

    private static func add(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = PersonForm(visit.fields)
        do {
            let details = try form.typed.checked().get()
            return try visit.once {
                .seeOther(try visit.makeLink(for: visit.register.add(details)))
            }
        } catch let faults as FieldFaults {
            return try page(visit, nil, form, faults, .unprocessableContent)
        } catch let fault as PeopleFault {
            return try page(visit, nil, form, fault.onPage, .unprocessableContent)
        }
    }

    private static func edit(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let person = try visit.person()
        return try page(visit, person, visit.heldFields.map(PersonForm.init) ?? PersonForm(person))
    }

    private static func change(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = PersonForm(visit.fields)
        do {
            return try visit.once {
                let person = try visit.person()
                let details = try form.typed.checked().get()
                try visit.register.change(person, to: details, from: form.revision ?? 0)
                return .seeOther(PersonPage.Done.changed.address(details.userName))
            }
        } catch let faults as FieldFaults {
            return try page(visit, visit.person(), form, faults, .unprocessableContent)
        } catch PeopleFault.changedMeanwhile {
            return try page(visit, visit.person(), form, status: .conflict)
        } catch let fault as PeopleFault {
            return try page(visit, visit.person(), form, fault.onPage, .unprocessableContent)
        }
    }

    private static func page(
        _ visit: Visit, _ person: Person?, _ form: PersonForm,
        _ faults: FieldFaults = FieldFaults(all: []), _ status: HTTPStatus = .ok
    ) throws -> Response {
        let page = PersonFormPage(
            person: person, form: form, faults: faults, isClash: status == .conflict,
            choices: try visit.database.scopeChoices())
        return try visit.page(page, status: status)
    }

    private static func page(
        _ visit: Visit, _ person: Person?, _ form: PersonForm, status: HTTPStatus
    ) throws -> Response {
        try page(visit, person, form, FieldFaults(all: []), status)
    }

    private static func filter(_ query: Query) throws -> PeopleFilter {
        var filter = PeopleFilter()
        filter.typed = String((query["q"] ?? "").stripped.prefix(100))
        filter.role = try choice(query, "role", Role.init)
        filter.state = try choice(query, "state", PeopleFilter.State.init)
        filter.service = query["service"].flatMap { $0.isEmpty ? nil : $0 }
        return filter
    }

    /// One of the values that there are, or `nil` if none is asked for.
    private static func choice<Value>(
        _ query: Query, _ name: String, _ read: (String) -> Value?
    ) throws -> Value? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw Refusal.notFound(
                NotFound(
                    what: "People cannot be chosen by \(name) “\(text)”.",
                    choicesHeading: "What there is",
                    choices: [Link(href: AccountLinks.people, label: "Everybody")]))
        }
        return value
    }
}
