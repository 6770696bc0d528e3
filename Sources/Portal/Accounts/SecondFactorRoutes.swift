/// Addresses of this room.
enum SecondFactorRoutes {
    static func add(to routes: inout Routes) {}
}
