import HTTPServer

/// Addresses of calendars of due dates.
enum CalendarRoutes {
    static func add(to routes: inout Routes) {
    }
}
