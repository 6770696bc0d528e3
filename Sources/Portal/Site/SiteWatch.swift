package import HTTPServer
import SQLite
import Synchronization

/// What those who look after the portal can ask about it.
package final class SiteWatch: Sendable {
    /// How the server is; the server must be given the same.
    package let state = ServerState()
    private let migrations: [Migration]
    private let databases = Mutex<[DatabaseCounters]>([])
    private let pageCaches = Mutex<[PageCacheCounters]>([])

    init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Counts what a site's connection does from now on.
    func add(_ database: Database) {
        databases.withLock { $0.append(database.counters) }
    }

    /// Counts what becomes of a site's kept pages from now on.
    func add(_ pages: PageCacheCounters) {
        pageCaches.withLock { $0.append(pages) }
    }

    /// Why the portal should get no requests, in words for a stranger; `nil` if it should.
    func obstacle(_ database: Database) -> String? {
        if state.isDraining { return "the portal is stopping" }
        do {
            let isCurrent = try Migrations.areApplied(migrations, in: database)
            return isCurrent ? nil : "the database has the schema of another version"
        } catch {
            return "the database cannot be read"
        }
    }

    /// All numbers, in Prometheus' format.
    var metrics: String {
        var text = Exposition()
        state.write(to: &text)
        let all = databases.withLock { $0 }
        text.begin("sqlite_statements_total", .counter, "Statements run.")
        text.add(all.reduce(0) { $0 + $1.statements.count })
        text.begin("sqlite_statement_seconds_total", .counter, "Time in statements and their rows.")
        text.add(Double(all.reduce(0) { $0 + $1.microseconds.count }) / 1e6)
        text.begin("sqlite_statement_cache_misses_total", .counter, "Statements to be compiled.")
        text.add(all.reduce(0) { $0 + $1.statementMisses.count })
        text.begin("sqlite_statement_cache_hits_total", .counter, "Statements found compiled.")
        text.add(all.reduce(0) { $0 + $1.statements.count - $1.statementMisses.count })
        text.begin("sqlite_page_cache_hits_total", .counter, "Pages found in memory.")
        text.add(all.reduce(0) { $0 + $1.pageHits.count })
        text.begin("sqlite_page_cache_misses_total", .counter, "Pages read from the file.")
        text.add(all.reduce(0) { $0 + $1.pageMisses.count })
        write(pageCaches.withLock { $0 }, to: &text)
        return text.text
    }

    private func write(_ caches: [PageCacheCounters], to text: inout Exposition) {
        text.begin("page_cache_hits_total", .counter, "Pages sent as they were kept.")
        text.add(caches.reduce(0) { $0 + $1.hits })
        text.begin("page_cache_misses_total", .counter, "Strangers' requests answered anew.")
        text.add(caches.reduce(0) { $0 + $1.misses })
        text.begin("page_cache_entries", .gauge, "Pages kept, by all loops together.")
        text.add(caches.reduce(0) { $0 + $1.pages })
        text.begin("page_cache_bytes", .gauge, "Bytes that they take.")
        text.add(caches.reduce(0) { $0 + $1.bytes })
    }
}
