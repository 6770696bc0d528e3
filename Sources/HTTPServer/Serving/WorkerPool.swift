import Synchronization

/// Threads for requests that may wait, and a queue of bounded length in front of them.
final class WorkerPool: Sendable {
    struct Job: Sendable {
        let request: Request
        let connection: Int32
        let serial: Int
        let mailbox: Mailbox
    }

    private struct Queue {
        var jobs: [Job] = []
        var isClosed = false
        var rejected = 0
    }

    private let queue = Mutex(Queue())
    /// How many jobs may wait.
    let limit: Int
    private let wakeup: Wakeup

    init(limit: Int) throws(SystemError) {
        self.limit = limit
        wakeup = try Wakeup(.waited)
    }

    /// How many jobs wait now.
    var waiting: Int { queue.withLock { $0.jobs.count } }

    /// How many jobs found the queue full.
    var rejected: Int { queue.withLock { $0.rejected } }

    /// Puts a job in the queue; false if it is full.
    func submit(_ job: Job) -> Bool {
        let isIn = queue.withLock { queue in
            guard queue.jobs.count < limit, !queue.isClosed else {
                queue.rejected += 1
                return false
            }
            queue.jobs.append(job)
            return true
        }
        if isIn { wakeup.signal() }
        return isIn
    }

    /// What a worker's thread does until the pool is closed.
    func work(_ respond: Responder) {
        while true {
            wakeup.take()
            let (job, isClosed) = queue.withLock { queue in
                (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isClosed)
            }
            if let job {
                let response = respond(job.request)
                job.mailbox.send(
                    .answer(response, connection: job.connection, serial: job.serial))
            } else if isClosed {
                return
            }
        }
    }

    /// Lets `workers` threads go home once the queue is empty.
    func close(workers: Int) {
        queue.withLock { $0.isClosed = true }
        for _ in 0..<workers { wakeup.signal() }
    }
}
