/// A file that came with a form.
public struct UploadedFile: Sendable, Equatable {
    /// The name of the form's field.
    public let field: String
    /// The file's name as the client has it, without folders; words of a stranger.
    public let name: String
    /// The type as the client has it; words of a stranger, too.
    public let contentType: String
    /// What is in it.
    public let bytes: [UInt8]
}
