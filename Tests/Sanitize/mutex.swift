// A program without a race, since all that its threads share is in a Mutex.
//
//     swiftc -sanitize=thread Tests/Sanitize/mutex.swift -o mutex && ./mutex
//
// reports races all the same with Swift 6.3.1 on Linux. When it no longer does, mutex.c, which
// says why, can go.
import Glibc
import Synchronization

let numbers = Mutex<[Int]>([])

var threads: [pthread_t] = []
for _ in 0..<4 {
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        { _ in
            for number in 0..<20_000 {
                numbers.withLock { $0 = $0.count < 50 ? $0 + [number] : [] }
            }
            return nil
        }, nil)
    threads.append(thread)
}
for thread in threads { pthread_join(thread, nil) }
