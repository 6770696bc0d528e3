import Testing

@testable import HTTPServer

@Suite struct AcceptEncodingTests {
    /// RFC 9110, 12.5.3 and 12.4.2.
    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("x-gzip", true), ("X-GZip;q=0.3", true),
        ("gzip;q=1", true), ("gzip;q=1.000", true), ("gzip;q=0.001", true), ("gzip; Q=0.5", true),
        ("gzip;q=0", false), ("gzip;q=0.", false), ("gzip;q=0.0", false), ("gzip;q=0.000", false),
        ("*", true), ("*;q=0", false), ("*;q=0.1", true), ("gzip;q=0, *", false),
        ("*, gzip;q=0", false), ("gzip, *;q=0", true), ("identity;q=0", false),
        ("identity;q=0, *", true), ("identity", false), ("identity, gzip;q=0.5", false),
        ("identity;q=0.5, gzip;q=0.5", true), ("identity;q=0.5,gzip;q=0.4", false),
        ("identity;q=0.5, *;q=0.4", false), ("br, gzip;q=0.1", true), ("br, deflate", false),
        ("", false), (",", false), (" , gzip ,", true), ("\tgzip\t;\tq=0.5\t", true),
        ("gzip;q=2", false), ("gzip;q=1.001", false), ("gzip;q=0.0001", false),
        ("gzip;q=a", false), ("gzip;q", false), ("gzip;q=", false), ("gzip;q=-1", false),
        ("gzip;x=1", false), ("gzip;q=x, *", true), ("gzipp", false), ("gzip x", false),
    ])
    func `gzip is taken when it is welcome`(_ field: String, _ isTaken: Bool) {
        #expect(AcceptEncoding(["Accept-Encoding": field]).takesGzip == isTaken)
    }

    @Test func `several fields are one list, and none is no welcome`() {
        let fields: Headers = ["Accept-Encoding": "br", "X": "y", "accept-encoding": "gzip"]
        #expect(AcceptEncoding(fields).takesGzip)
        #expect(!AcceptEncoding([:]).takesGzip)
    }
}
