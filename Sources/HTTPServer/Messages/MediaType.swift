/// What kind of content a file or a response holds.
public enum MediaType {
    /// The type of a file by its extension; `application/octet-stream` if it is not known.
    public static func ofFile(_ name: String) -> String {
        let parts = name.split(separator: ".")
        switch parts.count > 1 ? parts[parts.count - 1].lowercased() : "" {
        case "html": return "text/html; charset=utf-8"
        case "css": return "text/css; charset=utf-8"
        case "js", "mjs": return "text/javascript; charset=utf-8"
        case "txt": return "text/plain; charset=utf-8"
        case "csv": return "text/csv; charset=utf-8"
        case "json", "map": return "application/json"
        case "webmanifest": return "application/manifest+json"
        case "xml": return "application/xml"
        case "svg": return "image/svg+xml"
        case "png": return "image/png"
        case "jpg", "jpeg": return "image/jpeg"
        case "gif": return "image/gif"
        case "webp": return "image/webp"
        case "ico": return "image/x-icon"
        case "woff2": return "font/woff2"
        case "woff": return "font/woff"
        case "pdf": return "application/pdf"
        case "zip": return "application/zip"
        case "xlsx": return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "ods": return "application/vnd.oasis.opendocument.spreadsheet"
        default: return "application/octet-stream"
        }
    }

    /// Whether content of this type shrinks well.
    static func isText(_ type: String) -> Bool {
        let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        return name.hasPrefix("text/") || name.hasSuffix("+xml") || name.hasSuffix("+json")
            || name == "application/json" || name == "application/xml"
            || name == "application/javascript" || name == "image/x-icon"
    }
}
