import Scorecard

/// A mail of plain text, as the system's mail program takes it (RFC 5322, RFC 2045, RFC 2047).
///
/// What people have typed can never begin another field: signs that cannot be seen become spaces,
/// and all that is not plain ASCII is encoded.
struct MailMessage: Equatable, Sendable {
    /// Somebody who sends or gets mail.
    struct Mailbox: Equatable, Sendable {
        let name: String
        let address: String

        /// Whether a mail program can be trusted with the address: one word of ASCII about an @.
        var isPlain: Bool {
            let parts = address.utf8.split(
                separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
                && address.utf8.first != UInt8(ascii: "-")
                && address.utf8.allSatisfy {
                    $0 > 0x20 && $0 < 0x7f && !Array("<>,;:\"()[]\\".utf8).contains($0)
                }
        }
    }

    /// `nil` where the mail program is to say who sends.
    let from: Mailbox?
    let to: Mailbox
    let subject: String
    let body: String
    /// When it is sent, in seconds since 1970.
    let date: Int
    /// What no other mail is called: letters, digits and hyphens.
    let identity: String
    /// The name of the portal's machine, which makes the identity one of its own.
    let host: String

    /// The mail, with the ends of lines that programs of the system expect.
    var bytes: [UInt8] {
        var lines: [String] = []
        if let from { lines.append("From: \(Self.mailbox(from))") }
        lines.append("To: \(Self.mailbox(to))")
        lines.append("Subject: \(Self.words(subject))")
        lines.append("Date: \(Self.date(date))")
        lines.append("Message-ID: <\(identity)@\(host)>")
        // So that nobody's notice of absence answers it (RFC 3834).
        lines.append("Auto-Submitted: auto-generated")
        lines.append("MIME-Version: 1.0")
        lines.append("Content-Type: text/plain; charset=utf-8")
        lines.append("Content-Transfer-Encoding: quoted-printable")
        lines.append("")
        for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines += Self.quotedPrintable(String(line))
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func mailbox(_ mailbox: Mailbox) -> String {
        let name = visible(mailbox.name)
        guard !name.isEmpty else { return "<\(mailbox.address)>" }
        guard isPlain(name) else { return "\(encoded(name)) <\(mailbox.address)>" }
        let quoted = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"\(String(quoted))\" <\(mailbox.address)>"
    }

    private static func words(_ text: String) -> String {
        let text = visible(text)
        return isPlain(text) ? text : encoded(text)
    }

    /// The text with a space for whatever cannot be seen.
    private static func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Whether a field can have the text as it is, in one line that is not too long.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 60 && !text.contains("=?")
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
    }

    /// The text as encoded words (RFC 2047), each short enough for a line and whole in itself.
    private static func encoded(_ text: String) -> String {
        var pieces: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if pieces[pieces.count - 1].count + bytes.count > 45 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { "=?utf-8?B?\(Base64.text($0))?=" }.joined(separator: "\n ")
    }

    /// A line in pieces of 76 characters or fewer (RFC 2045, 6.7).
    private static func quotedPrintable(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        let digits = Array("0123456789ABCDEF")
        var lines = [""]
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isSpace = byte == 0x20 || byte == 0x09
            let isPlain = (byte > 0x20 && byte < 0x7f && byte != 0x3d) || (isSpace && !isLast)
            let piece =
                isPlain
                ? String(Character(Unicode.Scalar(byte)))
                : "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            if lines[lines.count - 1].utf8.count + piece.utf8.count > 75 {
                lines[lines.count - 1] += "="
                lines.append("")
            }
            lines[lines.count - 1] += piece
        }
        return lines
    }

    /// `Wed, 15 Jul 2026 09:02:00 +0000`.
    private static func date(_ moment: Int) -> String {
        let number = moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400
        let second = moment - number * 86_400
        let (year, month, day) = Day(number: number).civil
        // 1 January 1970 was a Thursday.
        let week = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let time = [second / 3_600, second / 60 % 60, second % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let weekday = week[((number % 7) + 7) % 7]
        return "\(weekday), \(day) \(months[month - 1]) \(year) \(time) +0000"
    }
}

/// Bytes as text in mails (RFC 4648, 4), with padding.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        let letters = Base64URL.text(bytes).map { letter -> Character in
            letter == "-" ? "+" : letter == "_" ? "/" : letter
        }
        return String(letters) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
    }
}
