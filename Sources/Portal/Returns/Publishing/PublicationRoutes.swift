import HTTPServer

/// Publishing what was approved.
enum PublicationRoutes {
    static func add(to routes: inout Routes) {
    }
}
