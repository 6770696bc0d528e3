/// Who enters the figures of which measures.
struct FigureOfficers {
    /// Those who can sign in and have a role that enters figures, by name.
    let all: [Person]

    init(_ people: [Person]) {
        all = people.filter { person in
            person.isActive && person.grants.contains(where: \.entersFigures)
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Those whose roles cover a measure.
    func covering(_ measure: MeasureOwnership) -> [Person] {
        all.filter { person in
            person.grants.contains { $0.entersFigures && $0.scope.contains(measure) }
        }
    }

    /// Their names, in a sentence; `nil` where there is nobody.
    func names(covering measure: MeasureOwnership) -> String? {
        let names = covering(measure).map(\.name)
        return names.isEmpty ? nil : Wording.list(names, "and")
    }
}

extension Grant {
    fileprivate var entersFigures: Bool { role.permissions.contains(.enterFigures) }
}
