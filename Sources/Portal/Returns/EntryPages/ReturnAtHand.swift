import Scorecard

/// A return as one person has it before them: what is theirs of it, and that there is more.
struct ReturnAtHand {
    let figureReturn: FigureReturn
    /// All of its entries, in its order.
    let entries: [ReturnEntry]
    /// Those that the person answers for.
    let own: [ReturnEntry]

    /// Which numbers are typed at another measure, whoever answers for that.
    var shared: SharedNumbers { SharedNumbers(entries) }
    /// How many are entered by others.
    var others: Int { entries.count - own.count }

    var crumbs: [Link] {
        [
            Links.home, Link(href: ReturnLinks.returns, label: "Your returns"),
            Link(href: ReturnLinks.grid(figureReturn.id), label: figureReturn.name),
        ]
    }

    /// The entry of this number, if it is theirs.
    ///
    /// - Throws: `Refusal.notFound` for one that the return does not have, and
    ///   `Refusal.forbidden` for somebody else's.
    func entry(_ id: Int64) throws -> ReturnEntry {
        guard let entry = entries.first(where: { $0.id == id }) else {
            throw Refusal.notFound(
                NotFound(
                    what: "This return has no figure of that number.",
                    choicesHeading: "What there is",
                    choices: [
                        Link(href: ReturnLinks.grid(figureReturn.id), label: figureReturn.heading)
                    ]))
        }
        guard own.contains(where: { $0.id == id }) else { throw Refusal.forbidden(.enterFigures) }
        return entry
    }

    /// The entry that stands so many places after another among those that are theirs.
    func own(_ step: Int, from entry: ReturnEntry) -> ReturnEntry? {
        guard let place = own.firstIndex(where: { $0.id == entry.id }),
            own.indices.contains(place + step)
        else { return nil }
        return own[place + step]
    }
}

extension Visit {
    /// The return of the address, in three questions.
    ///
    /// - Parameters:
    ///   - member: Who asks.
    ///   - permissions: One of them makes an entry theirs.
    /// - Returns: The return, with what is theirs of it.
    /// - Throws: `Refusal.notFound` for a return that there is not, and `Refusal.forbidden` where
    ///   they answer for nothing in it.
    func returnAtHand(
        _ member: Member, for permissions: [Permission] = [.enterFigures]
    ) throws -> ReturnAtHand {
        guard let id = try number("return"), let figureReturn = try database.figureReturn(id) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no return of that number.", choicesHeading: "What there is",
                    choices: [Link(href: ReturnLinks.returns, label: "Your returns")]))
        }
        let entries = try database.entries(.ofReturn(id), on: settings.today())
        let own = entries.filter { entry in
            permissions.contains { member.account.may($0, entry.measure.ownership) }
        }
        guard !own.isEmpty else { throw Refusal.forbidden(permissions.first) }
        return ReturnAtHand(figureReturn: figureReturn, entries: entries, own: own)
    }

    /// A number that is part of the address, as the portal writes it.
    func number(_ name: String) throws -> Int64? {
        let text = try parameter(name)
        return Int64(text).flatMap { "\($0)" == text && $0 > 0 ? $0 : nil }
    }
}
