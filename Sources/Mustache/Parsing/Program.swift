/// A parsed template: a flat list of nodes, and tables they point into.
///
/// Nodes hold numbers only, so that going through them copies nothing and counts no references. It
/// is an object, and nothing of it changes, for the same reason: handing a program on would copy
/// all its tables if it were a value.
final class Program: Sendable {
    let source: TemplateSource
    /// The text to be shown, without the lines of standalone tags.
    let literals: [UInt8]
    let nodes: [Node]
    /// The names of all tags, split at their dots.
    let segments: [String]
    let sections: [Section]
    let references: [Reference]
    let blocks: [Block]
    /// Where its segments begin in the renderer's table of hints.
    let firstHint: Int

    init(_ draft: ProgramDraft, firstHint: Int) {
        source = draft.source
        literals = draft.literals
        nodes = draft.nodes
        segments = draft.segments
        sections = draft.sections
        references = draft.references
        blocks = draft.blocks
        self.firstHint = firstHint
    }

    /// A name as written.
    func text(of path: NamePath) -> String {
        path.count == 0 ? "." : segments[path.segments].joined(separator: ".")
    }
}

/// A program that is still being read.
struct ProgramDraft {
    let source: TemplateSource
    var literals: [UInt8] = []
    var nodes: [Node] = []
    var segments: [String] = []
    var sections: [Section] = []
    var references: [Reference] = []
    var blocks: [Block] = []

    init(_ source: TemplateSource) {
        self.source = source
    }
}

/// One step of showing a template.
enum Node: Sendable {
    /// Bytes of `literals`.
    case literal(start: Int, end: Int)
    case variable(NamePath, isEscaped: Bool)
    /// One of `sections`; its content follows.
    case section(Int)
    /// One of `references`.
    case partial(Int)
    /// One of `references`; its blocks, and nothing else, follow.
    case parent(Int, end: Int)
    /// One of `blocks`; its content follows.
    case block(Int)
}

/// A dotted name: some of a program's segments, none for `.`.
struct NamePath: Sendable {
    let first: Int
    let count: Int
    /// Where its tag is in the source.
    let offset: Int

    var segments: Range<Int> { first..<first + count }
}

struct Section: Sendable {
    let path: NamePath
    let isInverted: Bool
    /// The delimiters its lambda's text is read with.
    let delimiters: Delimiters
    /// The node after its content.
    var end = 0
    /// Its content as written.
    var source: Range<Int>
}

/// Another template, named in a partial or parent tag.
struct Reference: Sendable {
    let name: String
    /// Where the name's value is, of a name with an asterisk.
    let dynamicName: NamePath?
    let offset: Int
    /// The bytes of `literals` before each line of the other template, of a tag alone on its line.
    var indentation: Range<Int>
    var isStandalone: Bool
    /// Its place in the library.
    var target: Int?
}

struct Block: Sendable {
    let name: String
    let offset: Int
    /// The node after its content.
    var end = 0
    /// The bytes of `literals` before each line of what is put in its place.
    var indentation: Range<Int>
    /// Whether its content begins on a new line.
    var isOpenedAlone: Bool
    /// Whether what follows it begins on a new line.
    var isClosedAlone = false
}
