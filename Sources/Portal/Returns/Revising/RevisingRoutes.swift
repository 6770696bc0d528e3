import HTTPServer

/// Changing a figure that is published.
enum RevisingRoutes {
    static func add(to routes: inout Routes) {
    }
}
