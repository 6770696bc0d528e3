import Testing

@testable import Portal

@Suite struct MailProgramTests {
    private func mail(_ body: String = "Hello") -> MailMessage {
        MailMessage(
            from: nil, to: MailMessage.Mailbox(name: "Ana", address: "ana@example.org"),
            subject: "Due", body: body, date: 0, identity: "a", host: "b")
    }

    @Test func `a mail is handed over as it is, however long`() throws {
        let program = try TestMailProgram()
        // More than a pipe holds.
        let mail = mail(String(repeating: "A line of a mail.\n", count: 20_000))
        #expect(program.program.send(mail) == nil)
        #expect(
            try program.mails == ["-t -oi\n" + String(decoding: mail.bytes, as: UTF8.self)])
    }

    @Test(arguments: [
        ("exit 75", "The mail program could not take it now. Try again later."),
        ("exit 67", "The mail program does not know the address."),
        ("exit 3", "The mail program ended with 3."),
        ("kill -TERM $$", "The mail program was ended by signal 15."),
    ])
    func `what went wrong is said`(_ script: String, _ words: String) throws {
        let program = try TestMailProgram(script)
        #expect(program.program.send(mail()) == words)
    }

    @Test func `a program that reads nothing harms nobody`() throws {
        let program = try TestMailProgram("exit 0", readsMail: false)
        let long = mail(String(repeating: "A line of a mail.\n", count: 20_000))
        #expect(program.program.send(long) == nil)
    }

    @Test func `a program that takes too long is stopped with all that it began`() throws {
        let program = try TestMailProgram("sleep 600 & sleep 600")
        #expect(
            program.program.send(mail(), within: 50)
                == "The mail program took too long and was stopped.")
    }

    @Test func `a program that is not there is said to be so`() {
        let words = MailProgram(path: "/nowhere/sendmail").send(mail())
        #expect(
            words == "The mail program could not be started: No such file or directory.")
        #expect(!MailProgram.isThere("/nowhere/sendmail"))
        #expect(!MailProgram.isThere("sh"))
        #expect(MailProgram.isThere("/bin/sh"))
    }
}
