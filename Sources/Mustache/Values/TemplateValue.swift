/// What a template can show.
///
/// A section is not shown for `false`, `.absent`, an empty list, empty text and zero.
public enum TemplateValue: Sendable {
    /// Text, escaped by `{{name}}`.
    case text(String)
    /// Markup in UTF-8 that is ready to be shown, by `{{{name}}}`; `{{name}}` would escape it.
    case markup([UInt8])
    /// A whole number, in decimal digits.
    case integer(Int)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section shown once for each.
    case list([TemplateValue])
    /// Names and their values.
    case record(TemplateRecord)
    /// A record that keeps what was last shown of it.
    case remembered(RememberedRecord)
    /// Known to be empty, which is not the same as forgotten.
    case absent
    /// Template text made when it is shown, out of the unread text of its section.
    ///
    /// Shown by `{{name}}`, it is given empty text.
    case lambda(@Sendable (String) -> String)
}

extension TemplateValue {
    /// Whether a section is shown for the value, an inverted one for its opposite.
    var isShown: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .markup(let bytes): !bytes.isEmpty
        case .integer(let number): number != 0
        case .flag(let flag): flag
        case .list(let values): !values.isEmpty
        case .record, .remembered, .lambda: true
        case .absent: false
        }
    }

    /// Whether a section is shown for the value, and whether that is all that it says.
    @inline(__always)
    var shown: (isShown: Bool, isFlag: Bool) {
        switch self {
        case .flag(let flag): (flag, true)
        default: (isShown, false)
        }
    }

    /// The kind of value, in words for an error.
    var kind: String {
        switch self {
        case .text: "text"
        case .markup: "markup"
        case .integer: "a whole number"
        case .flag: "a flag"
        case .list: "a list"
        case .record, .remembered: "a record"
        case .absent: "absent"
        case .lambda: "a lambda"
        }
    }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    /// Text.
    @inlinable
    public init(stringLiteral text: String) { self = .text(text) }

    /// A flag.
    @inlinable
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }

    /// A whole number.
    @inlinable
    public init(integerLiteral number: Int) { self = .integer(number) }

    /// A record, of which no two names may be the same.
    @inlinable
    public init(dictionaryLiteral pairs: (String, TemplateValue)...) {
        self = .record(TemplateRecord(pairs))
    }

    /// A list.
    @inlinable
    public init(arrayLiteral values: TemplateValue...) { self = .list(values) }
}

extension String {
    /// The text as a template value.
    @inlinable
    public var template: TemplateValue { .text(self) }
}
