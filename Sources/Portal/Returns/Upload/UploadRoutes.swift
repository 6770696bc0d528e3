import HTTPServer

/// Files of figures.
enum UploadRoutes {
    static func add(to routes: inout Routes) {
    }
}
