import HTTPServer

/// Addresses of collection rounds, for the performance lead.
enum RoundRoutes {
    static func add(to routes: inout Routes) {
    }
}
