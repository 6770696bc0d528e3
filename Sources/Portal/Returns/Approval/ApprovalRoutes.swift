import HTTPServer

/// What waits for the performance lead.
enum ApprovalRoutes {
    static func add(to routes: inout Routes) {
    }
}
