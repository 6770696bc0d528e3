/// The files of a folder, found once at the start.
///
/// Small ones are read then and served from memory, compressed once; larger ones stay open and
/// are sent from the disk, as they are. A name can only find what was found then, so no name
/// leads out of the folder. What is in memory is served as it was at the start whatever becomes
/// of the file; a larger one that is changed in place is answered with 500 until the program is
/// started again, and one that is replaced by another is served as it was.
///
/// Each file has a second name that holds a mark of its bytes, `css/site.3f9ab2c4d1e0.css`,
/// which can be kept for ever: other bytes have another name, and a name with a mark that is
/// not of these bytes is not found.
public struct StaticFiles: Sendable {
    private struct File: Sendable {
        let headers: Headers
        let content: Content
    }

    private enum Content: Sendable {
        case memory([UInt8], gzipped: [UInt8]?)
        case open(OpenFile)
    }

    private var files: [String: File] = [:]
    private var addresses: [String: String] = [:]

    /// Reads a folder with all below it, without hidden files and symbolic links.
    ///
    /// `cacheControl` is said of every file under its plain name, unless `respond` is told
    /// otherwise, and `fields` of every one. Files of up to `memoryLimit` bytes are kept in memory.
    public init(
        root: String, cacheControl: String = "public, max-age=3600", fields: Headers = [:],
        memoryLimit: Int = 256 << 10
    ) throws(ServerError) {
        let gzip = Gzip(level: 9)
        try FolderReader.read(root) { found throws(SystemError) in
            let type = MediaType.ofFile(found.name)
            let (content, tag) = try Self.content(
                of: found.file, in: memoryLimit, MediaType.isText(type) ? gzip : nil)
            // No file was changed after it is sent (RFC 9110, 8.8.2.1).
            let modified = min(found.file.modified, HTTPDate(seconds: Clock.seconds()))
            let headers = Self.headers(type, tag, modified, of: content, fields)
            add(found.name, headers, content, tag: tag, cacheControl)
        }
    }

    /// Adds a file of `bytes` that lies in no folder, in place of one of the same name.
    ///
    /// `cacheControl` and `fields` are said of it as of those of a folder.
    public mutating func add(
        _ name: String, _ bytes: [UInt8], cacheControl: String = "public, max-age=3600",
        fields: Headers = [:]
    ) {
        if let former = addresses[name] { files[former] = nil }
        let type = MediaType.ofFile(name)
        let gzipped = MediaType.isText(type) ? Gzip(level: 9).compress(bytes)?.fitted : nil
        let content = Content.memory(bytes, gzipped: gzipped)
        let tag = EntityTag.of(bytes)
        let modified = HTTPDate(seconds: Clock.seconds())
        let headers = Self.headers(type, tag, modified, of: content, fields)
        add(name, headers, content, tag: tag, cacheControl)
    }

    private static func headers(
        _ type: String, _ tag: String, _ modified: HTTPDate, of content: Content, _ fields: Headers
    ) -> Headers {
        var headers: Headers = [
            "Content-Type": type, "ETag": tag, "Last-Modified": modified.description,
            "Accept-Ranges": "bytes", "X-Content-Type-Options": "nosniff",
        ]
        if case .memory(_, .some) = content { headers.add("Vary", "Accept-Encoding") }
        headers.set(contentsOf: fields)
        return headers
    }

    /// What is in a file, read if it is small, and its tag.
    private static func content(
        of file: OpenFile, in memoryLimit: Int, _ gzip: Gzip?
    ) throws(SystemError) -> (Content, tag: String) {
        guard file.size <= memoryLimit else { return (.open(file), try file.tag()) }
        let bytes = try file.bytes(from: 0, count: memoryLimit)
        return (.memory(bytes, gzipped: gzip?.compress(bytes)?.fitted), EntityTag.of(bytes))
    }

    /// Enters a file under its plain name and under the one with a mark.
    private mutating func add(
        _ name: String, _ headers: Headers, _ content: Content, tag: String,
        _ cacheControl: String
    ) {
        let mark = tag.dropFirst().prefix(12)
        let folderEnd = name.utf8.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
        let dot = name[folderEnd...].lastIndex(of: ".") ?? name.endIndex
        let address = name[..<dot] + "." + mark + name[dot...]
        var plain = headers
        plain.add("Cache-Control", cacheControl)
        files[name] = File(headers: plain, content: content)
        addresses[name] = String(address)
        var marked = headers
        marked.add("Cache-Control", "public, max-age=31536000, immutable")
        files[String(address)] = File(headers: marked, content: content)
    }

    /// The plain names of all files, sorted: `css/site.css`.
    public var names: [String] { addresses.keys.sorted() }

    /// Whether there is a file of that name, plain or with a mark.
    public func contains(_ name: String) -> Bool { files[name] != nil }

    /// The name of a file with the mark of its bytes, for links to it; `nil` if there is no such
    /// file.
    ///
    /// What a file itself refers to (`url(…)` in CSS) is left as it is: plain names, kept for
    /// a short time.
    public func address(of name: String) -> String? { addresses[name] }

    /// The file as a response, with what the request's conditions and range ask for; `nil` if
    /// there is none of that name or the method is not GET or HEAD.
    public func respond(
        to request: Request, name: String, cacheControl: String? = nil
    ) -> Response? {
        guard let file = files[name], request.method == .get || request.method == .head else {
            return nil
        }
        var response = Response(.ok, headers: file.headers)
        switch file.content {
        case .memory(let bytes, let gzipped):
            response.body = bytes
            response.gzipped = gzipped
        case .open(let open):
            guard open.isUnchanged else { return Response(.internalServerError) }
            response.file = open
        }
        response.isCompressible = false
        if let cacheControl { response.headers.set("Cache-Control", cacheControl) }
        Conditional.settle(request, &response)
        return response
    }
}
