import HTTPServer
import Scorecard

/// What committees say of reports, and what is answered.
enum CommitteeRoutes {
    static func add(to routes: inout Routes) {
    }
}
