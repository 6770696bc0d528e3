/// Addresses of this room.
enum WithheldRoutes {
    static func add(to routes: inout Routes) {}
}
