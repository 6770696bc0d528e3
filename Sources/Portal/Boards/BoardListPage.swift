import Mustache

/// The boards, and who reports to whom.
struct BoardListPage: Page {
    static let template = "boards/index"
    let section: Section? = .boards
    let address: String? = Links.boards.href
    let summary = "The boards and committees that answer for the plans, and who reports to whom."
    let tree: BoardTree

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "branches": .list(tree.roots.map(\.values)),
            "hasBranches": .flag(!tree.roots.isEmpty),
            "circular": .list(tree.circular.map(\.card)),
            "hasCircular": .flag(!tree.circular.isEmpty),
            "apart": .list(tree.apart.map(\.card)),
            "hasApart": .flag(!tree.apart.isEmpty),
            "apartHeading": .text(tree.roots.isEmpty ? "The boards" : "Other boards"),
            "isEmpty": .flag(
                tree.roots.isEmpty && tree.apart.isEmpty && tree.circular.isEmpty),
        ]
    }
}

extension BoardTree.Branch {
    fileprivate var values: TemplateValue {
        [
            "href": .text(Links.board(board.slug)),
            "title": .text(board.title),
            "role": board.role.template,
            "isRepeated": .flag(isRepeated),
            "branches": .list(branches.map(\.values)),
            "hasBranches": .flag(!branches.isEmpty),
        ]
    }
}

extension BoardEntry {
    fileprivate var card: TemplateValue {
        [
            "href": .text(Links.board(slug)), "title": .text(title), "role": role.template,
        ]
    }
}
