import HTTPServer
import SQLite

/// That the database could not do what was asked of it for now: it is busy, full, only to be read
/// or out of order.
///
/// Nothing was saved then. What was typed cannot be kept in the database either, so that the page
/// that tells of it carries it itself.
struct Hindrance: Error, CustomStringConvertible {
    let obstacle: SQLError.Obstacle
    /// What went wrong, in one line for the log.
    let description: String
    /// The form as it was sent, if it can be sent again.
    var form: Form?

    /// A form that can be sent again as it is.
    struct Form {
        let action: String
        let fields: [Query.Pair]
    }

    /// What is in the way, if it is that which went wrong.
    init?(_ error: any Error) {
        switch error {
        case let hindrance as Hindrance: self = hindrance
        case let error as SQLError:
            guard let obstacle = error.obstacle else { return nil }
            self.obstacle = obstacle
            description = error.description
        case let trouble as DatabaseTrouble:
            guard let obstacle = trouble.cause.obstacle else { return nil }
            self.obstacle = obstacle
            description = trouble.description
        default: return nil
        }
    }

    /// What to answer with: those who only have to wait are told so, and that there is no room is
    /// a thing of its own (RFC 4918, 11.5).
    var status: HTTPStatus {
        switch obstacle {
        case .full: .insufficientStorage
        case .busy, .readOnly, .failing: .serviceUnavailable
        }
    }

    /// Seconds after which it is worth while to try again: another who writes is soon done,
    /// anything else must be mended.
    var patience: Int {
        switch obstacle {
        case .busy: 5
        case .full, .readOnly, .failing: 60
        }
    }
}

extension Site {
    /// Does what a form asks for; where the database cannot, what was typed is not lost.
    func resendable(_ call: Call, _ work: () throws -> Response) throws -> Response {
        do {
            return try work()
        } catch {
            guard var hindrance = Hindrance(error) else { throw error }
            hindrance.form = form(of: call)
            throw hindrance
        }
    }

    /// The form that was sent, where it holds no secret and no file and is not too large.
    private func form(of call: Call) -> Hindrance.Form? {
        let request = call.request
        guard case .form = call.route.keeping, !call.route.takesFiles,
            !request.path.hasPrefix("//"), request.body.count <= HeldSubmission.mostBytes
        else { return nil }
        return Hindrance.Form(
            action: request.target, fields: Query(formEncoded: request.body).pairs)
    }
}
