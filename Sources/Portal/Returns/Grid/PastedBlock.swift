/// Cells that were copied from a spreadsheet: tabs part those of a line.
struct PastedBlock {
    /// One line; cells are without the spaces around them.
    struct Line: Equatable {
        /// Counted from 1.
        let number: Int
        let cells: [String]

        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
    }

    /// The most lines, and the most cells of one, that are read.
    static let most = 2_000

    /// Blank lines at the end are left out.
    let lines: [Line]
    /// Whether there was more than is read.
    let isCut: Bool

    /// Reads text as spreadsheets copy it: a cell that holds a tab, a line end or a quote stands
    /// in quotes, with each quote in it doubled.
    init(_ text: String) {
        var reader = Reader(text)
        var lines: [Line] = []
        while let cells = reader.nextLine(), lines.count < Self.most {
            lines.append(Line(number: lines.count + 1, cells: cells))
        }
        isCut = !reader.isAtEnd || lines.contains { $0.cells.count > Self.most }
        while lines.last?.isBlank == true { lines.removeLast() }
        self.lines = lines
    }

    private struct Reader {
        private let scalars: [Unicode.Scalar]
        private var place = 0

        init(_ text: String) {
            // One kind of line end.
            var scalars: [Unicode.Scalar] = []
            for scalar in text.unicodeScalars {
                if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
                scalars.append(scalar)
            }
            self.scalars = scalars.map { $0 == "\r" ? "\n" : $0 }
        }

        var isAtEnd: Bool { place >= scalars.count }

        mutating func nextLine() -> [String]? {
            guard !isAtEnd else { return nil }
            var cells: [String] = []
            while true {
                cells.append(nextCell())
                guard !isAtEnd else { return cells }
                let end = scalars[place]
                place += 1
                if end == "\n" { return cells }
            }
        }

        /// Reads up to the tab or line end behind a cell.
        private mutating func nextCell() -> String {
            if let quoted = quotedCell() { return quoted }
            let start = place
            while !isAtEnd, scalars[place] != "\t", scalars[place] != "\n" { place += 1 }
            return Self.text(scalars[start..<place])
        }

        /// A cell in quotes; where the quotes do not end as they should, they are part of it.
        private mutating func quotedCell() -> String? {
            guard !isAtEnd, scalars[place] == "\"" else { return nil }
            var text: [Unicode.Scalar] = []
            var at = place + 1
            while at < scalars.count {
                guard scalars[at] == "\"" else {
                    text.append(scalars[at])
                    at += 1
                    continue
                }
                let next = at + 1 < scalars.count ? scalars[at + 1] : "\n"
                switch next {
                case "\"":
                    text.append("\"")
                    at += 2
                case "\t", "\n":
                    place = at + 1
                    return Self.text(text[...])
                default: return nil
                }
            }
            return nil
        }

        private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            let spaces = scalars.prefix { $0.properties.isWhitespace }
            var rest = scalars.dropFirst(spaces.count)
            while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
            var text = String.UnicodeScalarView()
            // A line end within a cell cannot be typed into a box.
            text.append(contentsOf: rest.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
            return String(text)
        }
    }
}
