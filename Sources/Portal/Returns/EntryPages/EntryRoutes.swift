import HTTPServer

/// One measure's figure on a page of its own, and what was typed looked through and submitted.
enum EntryRoutes {
    static func add(to routes: inout Routes) {
    }
}
