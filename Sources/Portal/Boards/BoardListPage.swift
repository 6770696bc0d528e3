import Charts
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
            "picture": tree.picture.map { .drawing($0) } ?? .absent,
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

extension BoardTree {
    /// The boards of the tree as a picture; `nil` where none reports to another.
    fileprivate var picture: GovernancePicture? {
        guard !roots.isEmpty else { return nil }
        var order: [BoardEntry] = []
        var above: [String: [String]] = [:]
        for root in roots { root.collect(nil, &order, &above) }
        return GovernancePicture(
            id: "boards", title: "Who reports to whom",
            boards: order.map { board in
                GovernancePicture.Board(
                    board.slug, [board.title], reportsTo: above[board.slug] ?? [])
            })
    }
}

extension BoardTree.Branch {
    /// Adds the boards of the branch, each once, and whom each of them reports to.
    fileprivate func collect(
        _ superior: String?, _ order: inout [BoardEntry], _ above: inout [String: [String]]
    ) {
        if !order.contains(board) { order.append(board) }
        if let superior { above[board.slug, default: []].append(superior) }
        for branch in branches { branch.collect(board.slug, &order, &above) }
    }

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
