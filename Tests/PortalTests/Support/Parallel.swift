import Synchronization

@testable import HTTPServer

extension Array where Element: Sendable {
    /// What so many threads give that begin together.
    init(inParallel count: Int, _ work: @escaping @Sendable () throws -> Element) throws {
        let results = Mutex<[Result<Element, any Error>]>([])
        let threads = try (0..<count).map { _ in
            try Thread {
                let result = Result { try work() }
                results.withLock { $0.append(result) }
            }
        }
        for thread in threads { thread.join() }
        self = try results.withLock { $0 }.map { try $0.get() }
    }
}
