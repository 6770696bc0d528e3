import HTTPServer
import Scorecard

/// Approval, freezing, correction and withdrawal of reports.
enum FreezingRoutes {
    static func add(to routes: inout Routes) {
    }
}
