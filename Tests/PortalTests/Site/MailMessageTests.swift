import Testing

@testable import Portal

@Suite struct MailMessageTests {
    private func mail(
        name: String = "Ana Shah", from: MailMessage.Mailbox? = nil, subject: String = "2 figures",
        body: String = "Hello"
    ) -> MailMessage {
        MailMessage(
            from: from, to: MailMessage.Mailbox(name: name, address: "ana@example.org"),
            subject: subject, body: body, date: 1_784_106_123, identity: "abc", host: "example.org")
    }

    private func lines(_ mail: MailMessage) -> [String] {
        String(decoding: mail.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `a mail is written exactly so`() {
        // 1,784,106,123 seconds are 15 July 2026, a Wednesday, at 09:02:03 (date -u -d @...).
        let team = MailMessage.Mailbox(name: "Team", address: "team@example.org")
        #expect(
            lines(mail(from: team)) == [
                "From: \"Team\" <team@example.org>", "To: \"Ana Shah\" <ana@example.org>",
                "Subject: 2 figures", "Date: Wed, 15 Jul 2026 09:02:03 +0000",
                "Message-ID: <abc@example.org>", "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "", "Hello", "",
            ])
    }

    @Test(arguments: [
        "Ana\r\nBcc: all@example.org", "Ana\nBcc: all@example.org", "Ana\u{0}\u{2028}Bcc: x",
        "Ana\" <eve@example.org>, \"", String(repeating: "ä\r\nBcc: x", count: 200),
    ])
    func `no name and no subject begins another field`(_ text: String) {
        let lines = lines(mail(name: text, subject: text))
        let fields = lines.prefix { !$0.isEmpty }
        #expect(fields.filter { $0.hasPrefix("Bcc") } == [])
        #expect(fields.filter { !$0.hasPrefix(" ") }.count == 8)
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
        #expect(fields.last == "Content-Transfer-Encoding: quoted-printable")
    }

    @Test func `a quotation mark in a name is escaped`() {
        #expect(
            lines(mail(name: #"Ana "A" \ Shah"#))[0]
                == #"To: "Ana \"A\" \\ Shah" <ana@example.org>"#)
    }

    @Test func `what is not ASCII is in encoded words`() {
        // =?utf-8?B?Wm/Dqw==?= is Zoë (printf Zoë | base64).
        #expect(lines(mail(name: "Zoë"))[0] == "To: =?utf-8?B?Wm/Dqw==?= <ana@example.org>")
        let long = lines(mail(subject: String(repeating: "Zoë ", count: 40)))
        #expect(long.prefix { !$0.isEmpty }.allSatisfy { $0.utf8.count <= 84 })
        #expect(long[1].hasPrefix("Subject: =?utf-8?B?"))
        #expect(long[2].hasPrefix(" =?utf-8?B?"))
    }

    @Test func `the text is quoted, with lines that are not too long`() {
        let lines = lines(
            mail(body: "1 = 1 \nChildren’s\r\n.\n" + String(repeating: "é", count: 60)))
        let body = lines.drop { !$0.isEmpty }.dropFirst()
        #expect(body.prefix(3) == ["1 =3D 1=20", "Children=E2=80=99s", "."])
        #expect(body.allSatisfy { $0.utf8.count <= 76 })
        #expect(body.dropFirst(3).dropLast(2).allSatisfy { $0.hasSuffix("=") })
    }

    @Test(arguments: [
        ("ana@example.org", true), ("a.b+c@example.org", true), ("", false), ("ana", false),
        ("ana@", false), ("@b", false), ("a@b@c", false), ("a b@c", false), ("a@b\n", false),
        ("ä@b", false), ("-oX@b", false), ("a,c@b", false), ("<a@b>", false),
    ])
    func `an address is one plain word`(_ address: String, _ isPlain: Bool) {
        #expect(MailMessage.Mailbox(name: "", address: address).isPlain == isPlain)
    }
}
