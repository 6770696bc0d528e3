import HTTPServer

/// What a person may do, as ticked and typed.
///
/// Who ticks everything beside some measures means everything.
struct RolesForm {
    /// One role of the form.
    struct Choice {
        var isForEverything = false
        var strategies: Set<String> = []
        var services: Set<String> = []
        /// Codes, as typed.
        var measures = ""
    }

    private(set) var choices: [Role: Choice] = [:]
    let reason: String
    let revision: Int?

    init(_ fields: Query) {
        for role in Role.allCases {
            choices[role] = Choice(
                isForEverything: fields[role.rawValue] == "everything",
                strategies: Set(fields.all("\(role.rawValue)_strategy")),
                services: Set(fields.all("\(role.rawValue)_service")),
                measures: fields["\(role.rawValue)_measure"] ?? "")
        }
        reason = fields["reason"] ?? ""
        revision = fields["revision"].flatMap(Int.init)
    }

    init(_ person: Person) {
        for grant in person.grants.inOrder {
            var choice = choices[grant.role] ?? Choice()
            switch grant.scope {
            case .everything: choice.isForEverything = true
            case .strategy(let slug): choice.strategies.insert(slug)
            case .service(let name): choice.services.insert(name)
            case .measure(let code): choice.measures += choice.measures.isEmpty ? code : "\n\(code)"
            }
            choices[grant.role] = choice
        }
        reason = ""
        revision = person.revision
    }

    /// The roles that are ticked.
    var grants: Set<Grant> {
        Set(
            choices.flatMap { role, choice -> [Grant] in
                if choice.isForEverything { return [Grant(role: role, scope: .everything)] }
                guard role.isScoped else { return [] }
                let codes = choice.measures.split {
                    $0.isWhitespace || $0 == "," || $0 == ";"
                }
                let scopes =
                    choice.strategies.map(Scope.strategy) + choice.services.map(Scope.service)
                    + codes.map { Scope.measure(String($0)) }
                return scopes.filter { !$0.name.isEmpty }.map { Grant(role: role, scope: $0) }
            })
    }

    /// The reason without the spaces around it, or what is wrong with it.
    func checkedReason() -> Result<String, FieldFaults> {
        let reason = reason.stripped
        guard let words = PersonRules.reasonFault(reason) else { return .success(reason) }
        return .failure(FieldFaults(all: [FieldFault(field: "reason", words: words)]))
    }

    /// What is wrong where roles are for what there is not.
    func faults(_ unknown: [Scope]) -> FieldFaults {
        FieldFaults(
            all: unknown.map { scope in
                let role = grants.inOrder.first { $0.scope == scope }?.role
                let field = role.map { role in
                    if case .measure = scope { return "\(role.rawValue)_measure" }
                    return role.rawValue
                }
                return FieldFault(field: field ?? "", words: scope.unknownWords)
            })
    }
}
