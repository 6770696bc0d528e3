/// One run of a statement: what it was lent goes back when the run ends, however it ends.
@usableFromInline struct Statement: ~Copyable {
    @usableFromInline let prepared: PreparedStatement

    init(_ prepared: PreparedStatement) {
        self.prepared = prepared
        prepared.isInUse = true
    }

    deinit {
        prepared.reset()
        prepared.isInUse = false
    }
}
