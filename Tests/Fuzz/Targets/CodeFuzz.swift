@testable import Portal

/// Any text as what stands for bytes: tokens, codes, colours; and any bytes as such text.
enum CodeFuzz {
    static func run(_ bytes: [UInt8]) {
        write(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        if let read = Base64URL.bytes(text) {
            demand(areSame(Base64URL.text(read), text), "one text stands for bytes: \(text)")
        }
        if let read = Base32.bytes(text) {
            demand(areSame(Base32.text(read), text), "one text stands for bytes: \(text)")
        }
        demand(SessionToken(text).map { areSame($0.text, text) } ?? true, "a token is one text")
        demand(LinkToken(text).map { areSame($0.text, text) } ?? true, "a link is one text")
        readRecoveryCode(text)
        readColour(text)
    }

    private static func write(_ bytes: [UInt8]) {
        for (text, read) in [
            (Base64URL.text(bytes), Base64URL.bytes), (Base32.text(bytes), Base32.bytes),
        ] {
            demand(read(text) == bytes, "bytes come back: \(text)")
            demand(text.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "text is plain: \(text)")
        }
        let token = SessionToken { count in
            Array((bytes + [UInt8](repeating: 7, count: count)).prefix(count))
        }
        demand(SessionToken(token.text) == token, "a token is read again")
        let form = FormToken.text(token) { [UInt8](repeating: bytes.first ?? 0, count: $0) }
        demand(FormToken.isGood(form, for: token), "a form is of its browser")
        demand(!FormToken.isGood(form, for: token.next("x")), "and of no other")
        let text = String(decoding: bytes, as: UTF8.self)
        demand(!FormToken.isGood(text, for: token), "nobody guesses a form's: \(text)")
        for code in RecoveryCode.codes(for: token, named: text).prefix(2) {
            for typed in [code.text, code.text.lowercased(), " " + code.text + "\n"] {
                demand(RecoveryCode(typed: typed) == code, "a code can be typed: \(typed)")
            }
        }
    }

    private static func readRecoveryCode(_ text: String) {
        guard let code = RecoveryCode(typed: text) else { return }
        demand(RecoveryCode(typed: code.text) == code, "a code is read again: \(text)")
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        demand(letters == code.text.filter { $0 != "-" }, "its letters are those typed: \(text)")
    }

    private static func readColour(_ text: String) {
        guard let colour = Colour(text) else { return }
        demand(colour.description == text.lowercased(), "a colour is read: \(text)")
        let contrast = colour.contrast(with: .white)
        demand((1...21.01).contains(contrast), "contrast is from 1 to 21: \(text)")
        demand(contrast == Colour.white.contrast(with: colour), "and the same both ways")
    }
}
