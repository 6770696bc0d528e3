/// An SQL statement and the values bound to it.
///
/// A value written into the literal becomes a parameter, never text:
/// `"SELECT title FROM measure WHERE id = \(id)"` cannot be injected into. A statement is made
/// only from literals (`StaticString` holds nothing else) and from other statements.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The statement with a `?` for each value.
    public private(set) var text: String
    /// The values, in order.
    public private(set) var values: [SQLValue]

    /// Creates a statement without values.
    public init(stringLiteral text: StaticString) {
        self.text = text.description
        self.values = []
    }

    /// Creates a statement from a literal with values in it.
    public init(stringInterpolation parts: Interpolation) {
        self.text = parts.text
        self.values = parts.values
    }

    /// One statement's text and values after another's; give the space between them yourself.
    public static func + (first: SQL, second: SQL) -> SQL {
        var whole = first
        whole += second
        return whole
    }

    /// Appends another statement's text and values.
    public static func += (whole: inout SQL, part: SQL) {
        whole.text += part.text
        whole.values += part.values
    }
}

extension SQL {
    /// Gathers the text and the values of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        /// Makes room for a literal of the given size.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Appends SQL text.
        public mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// Appends a parameter and its value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            appendParameter(value.sqlStorage.sqlValue)
        }

        /// Appends a parameter that may be NULL.
        ///
        /// Without this the compiler warns that an optional in a literal may be a mistake.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            appendParameter(value.sqlStorage.sqlValue)
        }

        /// Appends a part of a statement with the values it brings.
        public mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            values += part.values
        }

        /// Appends a parameter for each element, in parentheses: `WHERE id IN \(list: ids)`.
        ///
        /// An empty list matches nothing. SQLite allows 32,766 parameters in a statement.
        @inlinable public mutating func appendInterpolation(list: [some SQLConvertible]) {
            appendList(list.map(\.sqlStorage.sqlValue))
        }

        @usableFromInline mutating func appendList(_ list: [SQLValue]) {
            text += "("
            if !list.isEmpty {
                text += String(repeating: "?, ", count: list.count - 1)
                text += "?"
            }
            text += ")"
            values += list
        }

        private mutating func appendParameter(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }
    }
}
