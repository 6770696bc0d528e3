/// One answer, for the access log.
public struct AccessLogEntry: Sendable {
    /// Who asked.
    public let peerAddress: String
    /// The method, or `-` if the request could not be read.
    public let method: String
    /// The target as sent, or `-`.
    public let target: String
    /// The status sent.
    public let status: HTTPStatus
    /// Bytes sent, head and content.
    public let bytes: Int
    /// Microseconds from the whole request to the last byte given to the system.
    public let microseconds: Int
    /// Why the request was refused, if the server itself refused it.
    public let reason: String?
}
