/// A file that came with a form.
public struct UploadedFile: Sendable {
    /// The name of the form's field.
    public let field: String
    /// The file's name as the client has it, without folders; words of a stranger.
    public let name: String
    /// The type as the client has it; words of a stranger, too.
    public let contentType: String
    /// What is in it: a part of the request's content, not a copy.
    public let content: Content

    /// Whether a file was chosen: browsers send one without name and bytes otherwise.
    public var isChosen: Bool { !name.isEmpty || !content.isEmpty }
}
