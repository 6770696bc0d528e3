/// How much a form may hold; what goes beyond is answered with 413.
///
/// The content as a whole has its own limit, `Limits.body`, which is judged as it comes.
public struct FormLimits: Sendable {
    /// Names with values of an `application/x-www-form-urlencoded` form.
    public var pairs = 10_000
    /// Parts of a `multipart/form-data` form, fields and files together.
    public var parts = 1000
    /// Bytes of the fields of one part.
    public var partHead = 8192
    /// Bytes of the name of a part, and of the name of its file.
    public var name = 1024
    /// Bytes of the text of one part that is not a file.
    public var field = 256 << 10
    /// Bytes of one file.
    public var file = 64 << 20

    /// Creates the limits of forms that people fill in.
    public init() {}
}
