import Glibc

/// What libFuzzer calls first: with FUZZ_SLOW set, long inputs are read and the program ends.
@_cdecl("LLVMFuzzerInitialize")
public func begin(
    _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    guard let wanted = unsafe getenv("FUZZ_SLOW").map({ unsafe String(cString: $0) }) else {
        return 0
    }
    let slow = LongInput.all.filter { wanted == "all" || $0.name.hasPrefix(wanted) }
        .filter(isSlow)
    print(slow.isEmpty ? "nothing is slow" : "SLOW: \(slow.map(\.name))")
    exit(slow.isEmpty ? 0 : 1)
}

/// Whether an input twice as long takes much more than twice as long, or longer than anybody
/// would wait.
///
/// The time is the thread's own, of this program, which is several times slower than the portal.
private func isSlow(_ input: LongInput) -> Bool {
    let (half, whole) = (least(input, input.most / 2), least(input, input.most))
    let isSlow = whole > 20_000_000 && whole > half * 3 || whole > 4_000_000_000
    print(
        isSlow ? "SLOW " : "     ", input.name, "\(input.most):", "\(half / 1_000) µs,",
        "\(whole / 1_000) µs")
    fflush(nil)
    return isSlow
}

/// Nanoseconds of three readings, the least.
private func least(_ input: LongInput, _ length: Int) -> Int {
    let read = input.reading(length)
    var least = Int.max
    for _ in 0..<3 where least > 2_000_000 {
        let start = spent()
        read()
        least = min(least, spent() - start)
    }
    return least
}

private func spent() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
