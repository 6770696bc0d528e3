import Glibc

/// The system's random bytes, asked for in one place.
enum Randomness {
    /// So many bytes that nobody can foresee.
    ///
    /// The system has them from its start on; that it does not is a fault that nothing can
    /// go on with.
    static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let code = unsafe getentropy(&bytes, count)
        precondition(code == 0, "the system has no random bytes")
        return bytes
    }
}
