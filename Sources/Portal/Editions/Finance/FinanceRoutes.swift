import HTTPServer
import Scorecard

/// The step of a report that tells of money.
enum FinanceRoutes {
    static func add(to routes: inout Routes) {
    }
}
