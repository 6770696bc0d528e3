/// One run of a statement: what it was lent goes back when the run ends, however it ends.
@usableFromInline struct Statement: ~Copyable {
    @usableFromInline let prepared: PreparedStatement

    init(_ prepared: PreparedStatement) {
        self.prepared = prepared
        prepared.beginUse()
    }

    // Inlinable because the compiler (6.3) inlines it into `all` and its like all the same, and
    // fails in a release build if it may not.
    @inlinable deinit {
        prepared.endUse()
    }
}
