/// Addresses of this room.
enum PeopleRoutes {
    static func add(to routes: inout Routes) {}
}
