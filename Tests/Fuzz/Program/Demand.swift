import Glibc

/// Ends the program, which makes libFuzzer keep the input, unless what must hold does.
///
/// Not `precondition`, which says nothing in an optimised build.
func demand(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if holds { return }
    print("BROKEN:", rule())
    fflush(nil)
    abort()
}
