extension Limits {
    /// A limit that can be named, on a command line for example.
    public struct Named: Sendable {
        /// Its name, which is that of the property.
        public let name: String
        let path: any WritableKeyPath<Limits, Int> & Sendable
    }

    /// All limits, in the order in which they are declared.
    public static let all: [Named] = [
        Named(name: "requestLine", path: \.requestLine),
        Named(name: "head", path: \.head),
        Named(name: "fields", path: \.fields),
        Named(name: "body", path: \.body),
        Named(name: "memoryBody", path: \.memoryBody),
        Named(name: "bodies", path: \.bodies),
        Named(name: "spooledBodies", path: \.spooledBodies),
        Named(name: "trailers", path: \.trailers),
        Named(name: "headTime", path: \.headTime),
        Named(name: "idleTime", path: \.idleTime),
        Named(name: "bodyGrace", path: \.bodyGrace),
        Named(name: "bodyRate", path: \.bodyRate),
        Named(name: "writeStall", path: \.writeStall),
        Named(name: "lingerTime", path: \.lingerTime),
        Named(name: "drainTime", path: \.drainTime),
        Named(name: "connections", path: \.connections),
        Named(name: "connectionsPerAddress", path: \.connectionsPerAddress),
        Named(name: "requestsPerConnection", path: \.requestsPerConnection),
        Named(name: "logBacklog", path: \.logBacklog),
    ]

    /// What a limit may be: nothing is without an end, and sums of limits stay numbers.
    public static let range = 1...(1 << 40)

    /// The value of a limit.
    public subscript(_ limit: Named) -> Int {
        get { self[keyPath: limit.path] }
        set { self[keyPath: limit.path] = newValue }
    }
}
