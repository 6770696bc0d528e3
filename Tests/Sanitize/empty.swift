// A program without a race: each thread adds nothing to an array of its own.
//
//     swiftc -sanitize=thread Tests/Sanitize/empty.swift -o empty && ./empty
//
// reports one all the same with Swift 6.3.1: all empty arrays are one, `_swiftEmptyArrayStorage`,
// and this way to add writes its count, which is 0, as 0. When it no longer does, thread.suppressions
// can go.
import Glibc

var threads: [pthread_t] = []
for _ in 0..<2 {
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        { _ in
            for _ in 0..<1000 {
                var bytes: [UInt8] = []
                bytes.append(addingCapacity: 0) { _ in }
            }
            return nil
        }, nil)
    threads.append(thread)
}
for thread in threads { pthread_join(thread, nil) }
