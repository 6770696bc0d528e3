import Glibc

/// Lets other threads go on for a moment, in a loop that waits for what they do: the system tells
/// of a closed descriptor only who looks.
func waitAMoment() {
    usleep(5000)
}
