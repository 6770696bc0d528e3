/// Addresses of this room.
enum TrailRoutes {
    static func add(to routes: inout Routes) {}
}
