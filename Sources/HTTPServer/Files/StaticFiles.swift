/// The files of a folder, read once at the start and served from memory.
///
/// A name can only find what was found then, so no name leads out of the folder.
public struct StaticFiles: Sendable {
    private struct File: Sendable {
        let headers: Headers
        let bytes: [UInt8]
        let gzipped: [UInt8]?
        let tag: String
    }

    private let files: [String: File]
    private let cacheControl: String

    /// Reads a folder with all below it, without hidden files and symbolic links.
    ///
    /// `cacheControl` is said of every file unless `respond` is told otherwise.
    public init(root: String, cacheControl: String = "public, max-age=3600") throws(ServerError) {
        let gzip = Gzip(level: 9)
        var files: [String: File] = [:]
        for file in try FolderReader.read(root) {
            let type = MediaType.ofFile(file.name)
            let tag = EntityTag.of(file.bytes)
            let headers: Headers = [
                "Content-Type": type, "ETag": tag,
                "Last-Modified": HTTPDate(seconds: file.modified).description,
                "X-Content-Type-Options": "nosniff",
            ]
            files[file.name] = File(
                headers: headers, bytes: file.bytes,
                gzipped: MediaType.isText(type) ? gzip.compress(file.bytes) : nil, tag: tag)
        }
        self.files = files
        self.cacheControl = cacheControl
    }

    /// The names of all files, sorted: `css/site.css`.
    public var names: [String] { files.keys.sorted() }

    /// A short name for the state of a file's bytes, to put into its address so that it can be
    /// kept for ever; `nil` if there is no such file.
    public func version(of name: String) -> String? {
        files[name].map { String($0.tag.dropFirst().prefix(12)) }
    }

    /// The file as a response, or `nil` if there is none of that name or the method is not
    /// GET or HEAD.
    public func respond(
        to request: Request, name: String, cacheControl: String? = nil
    ) -> Response? {
        guard let file = files[name], request.method == .get || request.method == .head else {
            return nil
        }
        var response = Response(.ok, headers: file.headers, body: file.bytes)
        response.headers.add("Cache-Control", cacheControl ?? self.cacheControl)
        if file.gzipped != nil { response.headers.add("Vary", "Accept-Encoding") }
        response.gzipped = file.gzipped
        response.isCompressible = false
        return Conditional.answer(request, response)
    }
}
