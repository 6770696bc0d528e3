import Glibc

@testable import Portal

/// A mail program for tests, which keeps what it is given in a folder.
struct TestMailProgram {
    let folder: TemporaryFolder
    let program: MailProgram

    /// A program that does what `script` says when it has kept its mail as a file.
    init(_ script: String = "exit 0", readsMail: Bool = true) throws {
        folder = try TemporaryFolder()
        let keep = readsMail ? "{ echo \"$@\"; cat; } > \(folder.path)/mail-$$\n" : ""
        try folder.write(Array("#!/bin/sh\n\(keep)\(script)\n".utf8), to: "sendmail")
        guard unsafe chmod(folder.file("sendmail"), 0o700) == 0 else {
            throw FolderFailure(path: folder.file("sendmail"))
        }
        program = MailProgram(path: folder.file("sendmail"))
    }

    /// What it was given: its words, then the mail.
    var mails: [String] {
        get throws {
            let files = Folder(path: folder.path)
            return try files.names(endingIn: "").filter { $0.hasPrefix("mail-") }
                .map { try files.text(of: $0) }
        }
    }
}
