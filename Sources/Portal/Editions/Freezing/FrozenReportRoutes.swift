import HTTPServer
import Scorecard

/// Frozen reports: their files, their values and what they changed.
enum FrozenReportRoutes {
    static func add(to routes: inout Routes) {
    }
}
