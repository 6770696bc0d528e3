/// Addresses of this room.
enum AccountPagesRoutes {
    static func add(to routes: inout Routes) {}
}
