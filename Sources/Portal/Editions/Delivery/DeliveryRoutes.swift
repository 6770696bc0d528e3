import HTTPServer
import Scorecard

/// The steps of a report that tell what was done, and what is risked.
enum DeliveryRoutes {
    static func add(to routes: inout Routes) {
    }
}
