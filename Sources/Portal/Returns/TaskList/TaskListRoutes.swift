import HTTPServer

/// What officers owe.
enum TaskListRoutes {
    static func add(to routes: inout Routes) {
    }
}
