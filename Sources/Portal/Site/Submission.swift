import HTTPServer
import SQLite

/// A form as it was sent: its fields, and how it shows that it is ours.
struct Submission {
    /// Names the field with the key that is good for one answer.
    static let keyField = "submission_key"

    let fields: Query
    /// The files that came with it.
    let files: [UploadedFile]
    /// The digest of all it holds.
    let content: String

    /// Reads the content of a request; files are read where the route takes them.
    ///
    /// - Throws: `Refusal.unreadable` for what is no form.
    init(_ request: Request, takesFiles: Bool = false) throws {
        do throws(FormError) {
            if takesFiles, MultipartForm.isContent(of: request) {
                let form = try MultipartForm(request, limits: .files)
                fields = Query(form.fields)
                files = form.files
                content = Self.digest(of: form)
            } else {
                fields = try request.form()
                files = []
                // The token has another pad each time the form is drawn, but not when it is sent
                // twice.
                content = sha256(request.body)
            }
        } catch {
            throw Refusal.unreadable(error)
        }
    }

    /// The digest of what a form with files holds.
    ///
    /// Not of its bytes: browsers part them by another boundary each time they send it. Lengths
    /// stand before what has them, so that no two forms come to the same bytes.
    private static func digest(of form: MultipartForm) -> String {
        var digest = RunningDigest()
        for field in form.fields {
            digest.add("\(field.name.utf8.count) \(field.value.utf8.count) \(field.name)")
            digest.add(field.value)
        }
        for file in form.files {
            digest.add("file \(file.field.utf8.count) \(file.name.utf8.count)")
            digest.add("\(file.content.count) \(file.field) \(file.name)")
            file.content.forEachPiece { digest.add($0) }
        }
        return digest.finish()
    }

    /// The key that was drawn with the form; `nil` for what we would not have drawn.
    var key: String? {
        guard let key = secret(Self.keyField), Base64URL.bytes(key)?.count == keyLength else {
            return nil
        }
        return key
    }

    /// Whether the form was drawn for the browser that shows this token.
    func isDrawn(for token: SessionToken) -> Bool {
        secret(FormToken.field).map { FormToken.isGood($0, for: token) } ?? false
    }

    /// The same, and whether it has the key that it must have where what was typed is kept.
    ///
    /// Where it is not, a form without a key is refused by what is done `once`.
    func isDrawn(for token: SessionToken, asks keeping: Routes.Keeping) -> Bool {
        guard case .form = keeping else { return isDrawn(for: token) }
        return isDrawn(for: token) && key != nil
    }

    /// A field that our forms have once; one that is there again is somebody else's work.
    private func secret(_ name: String) -> String? {
        let values = fields.all(name)
        return values.count == 1 ? values.first : nil
    }

    private let keyLength = 16

    /// A key for a form that is being drawn.
    static func newKey(_ random: @Sendable (Int) -> [UInt8]) -> String {
        Base64URL.text(random(16))
    }
}

extension FormLimits {
    /// Forms with files: what is larger is told of by the form itself, as far as it may come.
    fileprivate static var files: FormLimits {
        var limits = FormLimits()
        limits.parts = 50
        limits.field = UploadLimits.body
        limits.file = UploadLimits.body
        return limits
    }
}

/// How much the forms that take files may bring.
enum UploadLimits {
    /// Megabytes of a file.
    static let megabytes = 20
    /// Bytes of a file.
    static let file = megabytes << 20
    /// Bytes of rows that are pasted into a box.
    static let pasted = 2 << 20
    /// Bytes of the whole form, with room for a file that is somewhat too large and is told so.
    static let body = file + (4 << 20)
}

extension Request {
    /// Whether the browser says that another site has sent this.
    ///
    /// Browsers of today say so in `Sec-Fetch-Site`, older ones in `Origin`; what says nothing
    /// is no browser of the last years, and still needs the token of the form.
    var comesFromElsewhere: Bool {
        if let site = headers["Sec-Fetch-Site"], site != "same-origin", site != "none" {
            return true
        }
        if let origin = headers["Origin"] {
            return Self.plain(origin) != Self.plain("\(scheme)://\(authority)")
        }
        return false
    }

    /// Whether the browser says that one of our own pages has sent this; `comesFromElsewhere` has
    /// then been asked.
    var comesFromHere: Bool {
        !comesFromElsewhere
            && (headers.contains("Origin") || headers["Sec-Fetch-Site"] == "same-origin")
    }

    /// An origin as browsers write it: in lower case, without the port that its scheme has anyway
    /// (URL Standard, 4.7), which proxies write all the same.
    private static func plain(_ origin: String) -> String {
        let origin = origin.lowercased()
        let port = origin.hasPrefix("https://") ? ":443" : ":80"
        return origin.hasSuffix(port) ? String(origin.dropLast(port.count)) : origin
    }
}

extension Visit {
    /// Whether the form was sent before, and something was done.
    func wasAnswered() throws -> Bool {
        guard let token, let key = submission?.key else { return false }
        return try database.answer(to: FormKey(session: token.digest, path: path, key: key)) != nil
    }

    /// Does what a form asks for, all of it or none, and once however often it is sent.
    ///
    /// `work` leads on to another page; that is what is answered when the same form comes again.
    ///
    /// - Throws: `Refusal.forged` for a form without a key, `Refusal.sentBefore` for one whose key
    ///   was used with other content, and `Refusal.forbidden` if the session has ended since the
    ///   request came.
    func once(_ work: () throws -> Response) throws -> Response {
        guard let token, let submission, let key = submission.key else { throw Refusal.forged }
        let form = FormKey(session: token.digest, path: path, key: key)
        return try database.transaction {
            if let earlier = try database.answer(to: form) {
                guard earlier.content == submission.content else { throw Refusal.sentBefore }
                return .seeOther(earlier.location)
            }
            // Passwords are hashed between the door and here, and writing waits for others.
            if let session = arrival.session, try !database.goesOn(session) {
                throw Refusal.forbidden(nil)
            }
            let response = try work()
            if response.status == .seeOther, let location = response.headers["Location"] {
                try database.keep(
                    form, content: submission.content, location: location, at: now)
                if let account = reader.session?.account {
                    try database.letGoOfForms(sentTo: path, by: account.id)
                }
            }
            return response
        }
    }
}
