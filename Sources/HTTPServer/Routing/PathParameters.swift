/// The parts of a path that matched a route's parameters, decoded.
public struct PathParameters: Sendable, Equatable {
    private let names: [String]
    private let values: [String]

    @usableFromInline
    init(_ names: [String], _ values: [String]) {
        self.names = names
        self.values = values
    }

    /// Parameters by name, for tests.
    public init(_ pairs: KeyValuePairs<String, String> = [:]) {
        names = pairs.map(\.key)
        values = pairs.map(\.value)
    }

    /// The parameter as text, or `nil` if the route has none of that name.
    public subscript(_ name: String) -> String? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// The parameter read as the type the handler asks for; `nil` if it is not one.
    public func callAsFunction<Value: LosslessStringConvertible>(
        _ name: String, as type: Value.Type = Value.self
    ) -> Value? {
        self[name].flatMap(Value.init)
    }

    /// Whether the parameters are the same, in the same order.
    public static func == (left: PathParameters, right: PathParameters) -> Bool {
        left.names == right.names && left.values == right.values
    }
}
