/// Addresses of this room.
enum LinkRoutes {
    static func add(to routes: inout Routes) {}
}
