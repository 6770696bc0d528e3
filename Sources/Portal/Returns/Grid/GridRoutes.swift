import HTTPServer

/// The entry grid of a return.
enum GridRoutes {
    static func add(to routes: inout Routes) {
    }
}
