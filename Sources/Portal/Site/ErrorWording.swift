import HTTPServer
import SQLite

/// What a status that is an error is called, for readers and for programs.
struct ErrorWording: Equatable, Sendable {
    /// The page's heading and title.
    let heading: String
    /// What happened, without blame.
    var explanation: String
    /// What to do next.
    var advice: String
    /// What was wrong and how to mend it, in one line for programs.
    var line: String
    /// Whether the other pages of the portal are where the reader is sent.
    var leadsOn = true
}

extension ErrorWording {
    /// The words for a status from 400 on.
    ///
    /// Of a status that is not in the table its class is told, as RFC 9110, 15 has it of those
    /// that a client does not know: that the request cannot be met, or that the fault is ours.
    init(_ status: HTTPStatus) {
        self = Self.table[status] ?? (status.rawValue < 500 ? Self.unmet : Self.ourFault)
    }

    /// The words for a database that cannot do what was asked for now.
    ///
    /// - Parameters:
    ///   - obstacle: What is in its way.
    ///   - isSent: Whether something was sent that should have been saved.
    ///   - isKept: Whether the page carries what was typed.
    init(_ obstacle: SQLError.Obstacle, isSent: Bool, isKept: Bool) {
        guard isSent else {
            self = Self.unreadable
            return
        }
        let reason =
            switch obstacle {
            case .busy: "Something else was being saved at the same time and took too long."
            case .full: "There is no room left where this site keeps what people enter."
            case .readOnly: "This site can only be read at the moment."
            case .failing: "The place where this site keeps what people enter cannot be reached."
            }
        let again =
            switch obstacle {
            case .busy: "Wait a moment"
            case .full, .readOnly, .failing: "Tell those who look after this site, wait"
            }
        self.init(
            heading: obstacle == .busy
                ? "We could not save that just yet" : "We cannot save anything at the moment",
            explanation: reason + " Nothing that you sent was saved or changed.",
            advice: isKept
                ? again + " and send it again. What you typed is kept as long as this page is open."
                : again + ", then go back and try again. Your browser may still have what you "
                    + "typed.",
            line: Self.line(obstacle), leadsOn: false)
    }

    private static func line(_ obstacle: SQLError.Obstacle) -> String {
        let reason =
            switch obstacle {
            case .busy: "the database is busy"
            case .full: "the database has no room on its disk"
            case .readOnly: "the database can only be read"
            case .failing: "the database cannot be reached"
            }
        return reason + " and nothing was saved; try again when Retry-After says."
    }

    /// What was to be read and cannot be.
    private static let unreadable = ErrorWording(
        heading: "We cannot show this page at the moment",
        explanation: "The place where this site keeps its figures cannot be read just now. "
            + "Nothing is lost.",
        advice: "Try again in a few minutes. If that does not help, tell those who look after "
            + "this site.",
        line: "the database cannot be read just now; try again when Retry-After says.")

    static let table: [HTTPStatus: ErrorWording] = [
        .badRequest: ErrorWording(
            heading: "We could not understand that request",
            explanation: "Something in the address, or in what your browser sent with it, is not "
                + "written as it should be. Nothing was saved or changed.",
            advice: "If you typed the address, check it. If you sent something, go back and check "
                + "what you entered. If you followed a link on this site, tell us: the link is "
                + "wrong, and not you.",
            line: "the request does not follow HTTP; check its address, fields and content."),
        .forbidden: ErrorWording(
            heading: "You do not have access",
            explanation: "This page is not open to you.",
            advice: "All published figures are open to everyone. If you need this page for your "
                + "work, ask the performance team.",
            line: "this address is not open to you; ask the performance team for access."),
        .notFound: ErrorWording(
            heading: "Page not found",
            explanation: "There is no page at this address.",
            advice: "If you typed the address, check it. If you copied it, check that you copied "
                + "all of it. If you followed a link on this site, tell us: the link is wrong, "
                + "and not you.",
            line: "there is nothing at this address; check how it is written."),
        .methodNotAllowed: ErrorWording(
            heading: "That cannot be done here",
            explanation: "This page can be read, but it does not take what was sent to it. "
                + "Nothing was saved or changed.",
            advice: "Go back and try again.",
            line: "this address does not take the method; use one that the field Allow names."),
        .requestTimeout: ErrorWording(
            heading: "That took too long",
            explanation: "We waited for the rest of what your browser was sending, and it did not "
                + "come in time. Nothing was saved or changed.",
            advice: "Check your connection to the internet. Then go back and try again.",
            line: "the request did not come in time; send it again without pauses."),
        .lengthRequired: ErrorWording(
            heading: "We could not take what was sent",
            explanation: "Your browser did not say how much it was going to send. Nothing was "
                + "saved or changed.",
            advice: "Go back and try again. If that does not help, try another browser.",
            line: "the content comes without its length; send Content-Length."),
        .contentTooLarge: ErrorWording(
            heading: "That is too big to send",
            explanation: "What you sent is larger than this page can take. Nothing was saved or "
                + "changed.",
            advice: "If it is a file, make it smaller or send it in parts. If it is a text, make "
                + "it shorter.",
            line: "the content is larger than this address takes; send less at a time."),
        .uriTooLong: ErrorWording(
            heading: "That address is too long",
            explanation: "The address has more letters than we can read.",
            advice: "If you copied it, check that nothing else was copied with it. If you chose "
                + "many things on a page, choose fewer.",
            line: "the address is longer than is read here; make it shorter."),
        .unsupportedMediaType: ErrorWording(
            heading: "We cannot read that kind of file",
            explanation: "What was sent is of a kind that this page does not know. Nothing was "
                + "saved or changed.",
            advice: "If you sent a file, save it as another kind of file and send that.",
            line: "the content is of a type that this address does not take; send another type."),
        .rangeNotSatisfiable: ErrorWording(
            heading: "That part of the file is not there",
            explanation: "Your browser asked for a part of a file that the file does not have. "
                + "The file may have changed since.",
            advice: "Start the download again from the beginning.",
            line: "the content has no such range; ask for one within it, or for all of it."),
        .expectationFailed: ErrorWording(
            heading: "We cannot do it in that way",
            explanation: "Your browser asked us to work in a way that we do not know. Nothing was "
                + "saved or changed.",
            advice: "Go back and try again. If that does not help, try another browser.",
            line: "the field Expect asks for what is not known here; send only 100-continue."),
        .misdirectedRequest: ErrorWording(
            heading: "That site is not here",
            explanation: "Your browser asked us for a site with another name than ours.",
            advice: "Check the first part of the address, which is the name of the site. If you "
                + "followed a link, tell those who wrote it.",
            line: "the host asked for is not served here; check the name in the address.",
            leadsOn: false),
        .tooManyRequests: ErrorWording(
            heading: "There were too many attempts",
            explanation: "This was tried too often in a short time, so we do not look at it for a "
                + "while. Nothing was saved or changed.",
            advice: "Wait a few minutes and try again.",
            line: "this was tried too often; try again when Retry-After says."),
        .requestHeaderFieldsTooLarge: ErrorWording(
            heading: "Your browser sent too much",
            explanation: "With each address, a browser sends some notes about itself. These were "
                + "more than we can read. Most often that is because it has kept many cookies.",
            advice: "Delete the cookies that your browser has kept for this site. Then try again.",
            line: "the fields are longer or more than are read here; send less, such as cookies."),
        .internalServerError: ourFault,
        .notImplemented: ErrorWording(
            heading: "We do not know how to do that",
            explanation: "Your browser asked for something that this site does not know how to "
                + "do. Nothing was saved or changed.",
            advice: "Go back and try again. If that does not help, try another browser.",
            line: "the method or the transfer coding is not known here; use another."),
        .serviceUnavailable: ErrorWording(
            heading: "The service is not available",
            explanation: "Too many people are using this site at once. It will be back soon. "
                + "Nothing was saved or changed.",
            advice: "Wait a moment and try again. If that does not help, try again in a few "
                + "minutes.",
            line: "there is too much to do just now; try again when Retry-After says.",
            leadsOn: false),
        .insufficientStorage: ErrorWording(
            heading: "There is no room for that at the moment",
            explanation: "The place where this site keeps what it receives is full. Nothing was "
                + "saved or changed.",
            advice: "Tell those who look after this site. Then go back and try again later.",
            line: "there is no room to keep the content; send it again later."),
        .httpVersionNotSupported: ErrorWording(
            heading: "We could not understand your browser",
            explanation: "Your browser speaks to us in a way that we do not know.",
            advice: "Bring your browser up to date, or try another one.",
            line: "this version of HTTP is not spoken here; use HTTP/1.1."),
    ]

    /// A form that was not drawn for this browser, or that another site has sent.
    static let forged = ErrorWording(
        heading: "We could not save that",
        explanation: "What was sent does not come from a page that we made for you. Most often "
            + "that is because the page was open for a long time, or because your browser keeps "
            + "no cookies. Nothing was saved or changed.",
        advice: "Go back, copy what you typed and try again. If another website led you here, "
            + "tell us.",
        line: "the form does not carry the token and the key of its page; open the page anew.")

    /// A form that was sent before, with other content.
    static let sentBefore = ErrorWording(
        heading: "You have already sent this form",
        explanation: "What you sent the first time was saved. What you have changed since then "
            + "was not.",
        advice: "Go back and copy what you changed. Then open the page anew and change it there.",
        line: "this form was taken before with other content; open its page anew.")

    /// What to do where a role is missing.
    static func advice(_ permission: Permission) -> String {
        let roles = Role.allCases.filter { $0.permissions.contains(permission) }.map(\.words)
        return "To see it you need a role that covers it, as \(Wording.list(roles, "or")). "
            + "If you need that for your work, ask those who look after this site."
    }

    private static let unmet = ErrorWording(
        heading: "We could not do what was asked",
        explanation: "Something that your browser sent does not fit what this page can do. "
            + "Nothing was saved or changed.",
        advice: "Go back, check what you entered and try again.",
        line: "the request cannot be met as it is; change it and send it again.")

    private static let ourFault = ErrorWording(
        heading: "Sorry, there is a problem with the service",
        explanation: "Something went wrong on our side. We did not save anything that you sent "
            + "just now.",
        advice: "Try again later.",
        line: "the fault is ours and nothing was saved; try again later.")
}
