/// Addresses of this room.
enum SignInRoutes {
    static func add(to routes: inout Routes) {}
}
