/// The two drawings of a chart, of which the stylesheet shows one.
enum DrawingSize: String, CaseIterable {
    case wide
    case narrow

    var width: Double {
        switch self {
        case .wide: 720
        case .narrow: 340
        }
    }

    /// What sets the drawing's IDs apart from its twin's.
    fileprivate var letter: String {
        switch self {
        case .wide: "w"
        case .narrow: "n"
        }
    }
}

/// How a chart introduces itself: what it is called and what it says, for those who cannot see it.
struct ChartHead {
    let id: String
    let title: String
    let alternative: String

    /// Opens a drawing; `</svg>` is the caller's to write.
    func open(_ size: DrawingSize, height: Double, in page: inout [UInt8]) {
        page.markup(#"<svg class="chart__svg chart__svg--"#)
        page.markup(size.rawValue)
        page.markup(#"" viewBox="0 0 "#)
        page.number(size.width)
        page.markup(" ")
        page.number(height)
        page.markup("\"")
        page.attribute("width", size.width)
        page.attribute("height", height)
        let titleID = safeID + "-" + size.letter + "t"
        let descID = safeID + "-" + size.letter + "d"
        page.attribute("role", "img")
        page.attribute("aria-labelledby", titleID + " " + descID)
        page.attribute("focusable", "false")
        page.markup("><title")
        page.attribute("id", titleID)
        page.markup(">")
        page.escaped(title)
        page.markup("</title><desc")
        page.attribute("id", descID)
        page.markup(">")
        page.escaped(alternative)
        page.markup("</desc>")
    }

    /// The ID without what an ID or a list of IDs cannot hold.
    private var safeID: String {
        String(
            decoding: id.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    byte
                default: UInt8(ascii: "-")
                }
            }, as: UTF8.self)
    }
}
