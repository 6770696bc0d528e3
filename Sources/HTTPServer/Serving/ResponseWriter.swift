/// Puts the head of a response into bytes, and its content beside it.
///
/// What does not depend on the response is kept ready, and its fields are copied as they are
/// kept, so that a head is a few copies into memory the connection has already.
struct ResponseWriter {
    /// Content up to this size is copied behind the head; longer is sent from where it is.
    private static let copies = 4096

    /// The status line, the date and the name of the request's, good for this status in this
    /// second.
    private var opening: [UInt8] = []
    private var status = HTTPStatus.ok
    private var second = -1
    private var date: [UInt8] = []
    private let length = Array("Content-Length: ".utf8)
    private let chunked = Array("Transfer-Encoding: chunked\r\n".utf8)
    private let close = Array("Connection: close\r\n\r\n".utf8)
    private let keep = Array("Connection: keep-alive\r\n\r\n".utf8)

    /// Fills `output`, and settles in the exchange how the connection goes on.
    mutating func write(
        _ response: Response, for exchange: inout Exchange, to output: inout Output
    ) {
        begin(with: response.status, for: &exchange, to: &output)
        appendFields(response.headers, for: &exchange, to: &output.head)
        if response.status.hasNoContent {
            appendConnection(exchange, to: &output.head)
        } else if let stream = response.stream {
            begin(stream, response, for: &exchange, to: &output)
        } else {
            begin(response.part ?? 0..<response.length, of: response, for: exchange, to: &output)
        }
    }

    /// The same for what is ready: nothing of it is looked at.
    mutating func write(
        _ ready: ReadyResponse, for exchange: inout Exchange, to output: inout Output
    ) {
        begin(with: .ok, for: &exchange, to: &output)
        output.head.append(contentsOf: ready.lines)
        appendConnection(exchange, to: &output.head)
        if exchange.method != .head { output.follow(with: ready.body, 0..<ready.body.count) }
    }

    /// The first lines of a head, which are not the response's own.
    private mutating func begin(
        with status: HTTPStatus, for exchange: inout Exchange, to output: inout Output
    ) {
        exchange.status = status
        output.clear()
        open(with: status)
        output.head.append(contentsOf: opening)
        exchange.id.append(to: &output.head)
        output.head.append(.carriageReturn)
        output.head.append(.lineFeed)
    }

    /// Content of known length.
    private func begin(
        _ range: Range<Int>, of response: Response, for exchange: Exchange,
        to output: inout Output
    ) {
        output.head.append(contentsOf: length)
        output.head.append(decimal: range.count)
        output.head.append(.carriageReturn)
        output.head.append(.lineFeed)
        appendConnection(exchange, to: &output.head)
        if exchange.method == .head { return }
        if let file = response.file {
            output.follow(with: file, range)
        } else if range.count <= Self.copies {
            output.head.append(contentsOf: response.body[range])
        } else {
            output.follow(with: response.body, range)
        }
    }

    /// Content of unknown length: in chunks, or to HTTP/1.0 until the connection closes.
    private func begin(
        _ stream: BodyStream, _ response: Response, for exchange: inout Exchange,
        to output: inout Output
    ) {
        if exchange.isHTTP11 {
            output.head.append(contentsOf: chunked)
        } else {
            exchange.isPersistent = false
        }
        appendConnection(exchange, to: &output.head)
        if exchange.method == .head { return }
        output.follow(
            with: stream, chunked: exchange.isHTTP11,
            response.compressesStream ? Gzip(level: 1, window: Self.streamWindow) : nil)
    }

    /// As a power of two: 64 KB of memory for each stream that is being sent.
    private static let streamWindow: Int32 = 13

    /// Ends the head.
    private func appendConnection(_ exchange: Exchange, to head: inout [UInt8]) {
        if !exchange.isPersistent {
            head.append(contentsOf: close)
        } else if !exchange.isHTTP11 {
            head.append(contentsOf: keep)
        } else {
            head.append(.carriageReturn)
            head.append(.lineFeed)
        }
    }

    /// Writes the handler's fields, without those that are the server's own; of those, it heeds
    /// `Connection: close`.
    private func appendFields(
        _ headers: Headers, for exchange: inout Exchange, to head: inout [UInt8]
    ) {
        if headers.areLines, !headers.mayHaveFraming {
            head.append(contentsOf: headers.bytes)
            return
        }
        for field in headers.fields {
            if headers.isFraming(field) {
                if headers.isNamed(field, "connection"),
                    headers.bytes[field.value].equalsIgnoringCase("close")
                {
                    exchange.isPersistent = false
                }
                continue
            }
            head.append(contentsOf: headers.bytes[field.name])
            head.append(UInt8(ascii: ":"))
            head.append(.space)
            head.append(contentsOf: headers.bytes[field.value])
            head.append(.carriageReturn)
            head.append(.lineFeed)
        }
    }

    /// Makes what heads begin with anew when the status or the second is another.
    private mutating func open(with status: HTTPStatus) {
        let now = Clock.seconds()
        if now != second {
            second = now
            date = Array("\(HTTPDate(seconds: now))\r\nX-Request-Id: ".utf8)
        } else if status == self.status {
            return
        }
        self.status = status
        opening.removeAll(keepingCapacity: true)
        opening.append("HTTP/1.1 ")
        opening.append(decimal: status.rawValue)
        opening.append(.space)
        opening.append(status.reason)
        opening.append("\r\nDate: ")
        opening.append(contentsOf: date)
    }
}
