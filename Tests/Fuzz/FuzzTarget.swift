import Glibc

/// What libFuzzer, which brings the program's `main`, calls with each input it thinks up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// The code that FUZZ_TARGET names.
///
/// A variable and not an argument, because libFuzzer starts itself again with its own arguments
/// when it makes an input smaller.
enum FuzzTarget {
    static let chosen: @Sendable ([UInt8]) -> Void = {
        let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) }
        switch name {
        case "RequestParser": return RequestParserFuzz.run
        case "MultipartForm": return MultipartFormFuzz.run
        case "Percent": return PercentFuzz.run
        case "HTTPDate": return HTTPDateFuzz.run
        case "FieldValues": return FieldValuesFuzz.run
        case "Workbook": return WorkbookFuzz.run
        default:
            print("FUZZ_TARGET names no target:", name ?? "-")
            exit(2)
        }
    }()
}
