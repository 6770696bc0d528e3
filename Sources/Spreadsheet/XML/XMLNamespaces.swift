/// The prefixes that are declared where a reader stands, and what names mean by them.
struct XMLNamespaces {
    private struct Binding {
        let prefix: UInt64
        let namespace: XMLNamespace
        let depth: Int
    }

    private struct Known {
        var key: UInt64 = 0
        var name = XMLName.other
        var generation = 0
    }

    private var bindings = [Binding(prefix: XMLQName.xml, namespace: .xml, depth: 0)]
    /// Answers given since the declarations last changed.
    private var memory = [Known](repeating: Known(), count: 256)
    private var generation = 1

    /// Declares a prefix for an element at a depth and what is inside it.
    mutating func declare(
        _ prefix: UInt64, _ namespace: XMLNamespace, depth: Int
    ) throws(SheetError) {
        guard bindings.count < 256 else { throw .damaged("it declares too many namespaces") }
        bindings.append(Binding(prefix: prefix, namespace: namespace, depth: depth))
        generation += 1
    }

    /// Forgets what an element at a depth declared.
    mutating func leave(depth: Int) {
        guard let last = bindings.last, last.depth >= depth else { return }
        while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
        generation += 1
    }

    /// What a name means; an attribute without a prefix has no namespace.
    mutating func resolve(_ name: XMLQName, isAttribute: Bool) -> XMLName {
        let isBare = isAttribute && name.prefix == 0
        let key =
            name.prefix &* 0x9E37_79B9_7F4A_7C15 ^ name.local ^ (isBare ? 0xA5A5_A5A5_5A5A : 0)
        let slot = Int((key ^ key >> 29) & 255)
        if memory[slot].key == key, memory[slot].generation == generation {
            return memory[slot].name
        }
        let namespace =
            isBare ? .none : bindings.last { $0.prefix == name.prefix }?.namespace ?? .none
        let found = XMLName.find(namespace, name.local)
        memory[slot] = Known(key: key, name: found, generation: generation)
        return found
    }
}
