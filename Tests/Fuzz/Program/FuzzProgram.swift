import Glibc

/// What libFuzzer, which brings the program's `main`, calls with each input it thinks up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    chosen.run(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// The target that FUZZ_TARGET names.
///
/// A variable and not an argument, because libFuzzer starts itself again with its own arguments
/// when it makes an input smaller.
private let chosen: FuzzTarget = {
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) }
    guard let target = name.flatMap(FuzzTarget.init) else {
        print("FUZZ_TARGET names no target:", name ?? "-")
        exit(2)
    }
    return target
}()
