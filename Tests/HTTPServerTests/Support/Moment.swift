import Glibc

/// Lets other threads go on for a moment, in a loop that waits for what they do.
func waitAMoment() {
    usleep(2000)
}
