/// Puts the head of a response into bytes, and its content beside it.
struct ResponseWriter {
    /// Content up to this size is copied behind the head; longer is sent from where it is.
    private static let copies = 4096

    private var second = -1
    private var date: [UInt8] = []

    /// Fills `output`, and settles in the exchange how the connection goes on.
    mutating func write(
        _ response: Response, for exchange: inout Exchange, to output: inout Output
    ) {
        exchange.status = response.status
        output.clear()
        output.head.append("HTTP/1.1 ")
        output.head.append(decimal: response.status.rawValue)
        output.head.append(.space)
        output.head.append(response.status.reason)
        if appendFields(response.headers, to: &output.head) { exchange.isPersistent = false }
        output.head.append("\r\nDate: ")
        output.head.append(contentsOf: today())
        output.head.append("\r\nX-Request-Id: ")
        exchange.id.append(to: &output.head)
        if response.status.hasNoContent {
            appendConnection(exchange, to: &output.head)
        } else if let stream = response.stream {
            begin(stream, for: &exchange, to: &output)
        } else {
            output.head.append("\r\nContent-Length: ")
            output.head.append(decimal: response.body.count)
            appendConnection(exchange, to: &output.head)
            guard exchange.method != .head else { return }
            if response.body.count <= Self.copies {
                output.head.append(contentsOf: response.body)
            } else {
                output.content = response.body
            }
        }
    }

    /// Content of unknown length: in chunks, or to HTTP/1.0 until the connection closes.
    private func begin(
        _ stream: BodyStream, for exchange: inout Exchange, to output: inout Output
    ) {
        if exchange.isHTTP11 {
            output.head.append("\r\nTransfer-Encoding: chunked")
        } else {
            exchange.isPersistent = false
        }
        appendConnection(exchange, to: &output.head)
        guard exchange.method != .head else { return }
        output.follow(with: stream, chunked: exchange.isHTTP11)
    }

    /// Ends the head.
    private func appendConnection(_ exchange: Exchange, to head: inout [UInt8]) {
        if !exchange.isPersistent {
            head.append("\r\nConnection: close")
        } else if !exchange.isHTTP11 {
            head.append("\r\nConnection: keep-alive")
        }
        head.append("\r\n\r\n")
    }

    /// Writes the handler's fields, without those that are the server's own; true if the
    /// handler wants the connection closed.
    private func appendFields(_ headers: Headers, to head: inout [UInt8]) -> Bool {
        var closes = false
        for field in headers.fields {
            switch field.name.count {
            case 4 where headers.isNamed(field, "date"): continue
            case 10 where headers.isNamed(field, "connection"):
                closes = closes || headers.bytes[field.value].equalsIgnoringCase("close")
                continue
            case 10 where headers.isNamed(field, "keep-alive"): continue
            case 12 where headers.isNamed(field, "x-request-id"): continue
            case 14 where headers.isNamed(field, "content-length"): continue
            case 17 where headers.isNamed(field, "transfer-encoding"): continue
            default: break
            }
            head.append(.carriageReturn)
            head.append(.lineFeed)
            head.append(contentsOf: headers.bytes[field.name])
            head.append(UInt8(ascii: ":"))
            head.append(.space)
            head.append(contentsOf: headers.bytes[field.value])
        }
        return closes
    }

    /// The date, made once a second.
    private mutating func today() -> [UInt8] {
        let now = Clock.seconds()
        if now != second {
            second = now
            date = Array(HTTPDate(seconds: now).description.utf8)
        }
        return date
    }
}
