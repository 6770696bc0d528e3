import HTTPServer

/// Addresses of what there is to look after.
enum AdminRoutes {
    static func add(to routes: inout Routes) {
        routes.get(AccountLinks.admin, .managePeople, show)
        routes.get(AccountLinks.permissions, .managePeople, permissions)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(
            AdminPage(
                people: visit.database.people(), moment: visit.now,
                requiresSecondFactor: visit.settings.requiresSecondFactor))
    }

    private static func permissions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        var addresses: [Demand: [String]] = [:]
        for route in Site.routes.all
        where addresses[route.demand]?.contains(route.pattern) != true {
            addresses[route.demand, default: []].append(route.pattern)
        }
        return try visit.page(
            PermissionsPage(
                addresses: addresses, isPublic: visit.settings.isPublic,
                requiresSecondFactor: visit.settings.requiresSecondFactor))
    }
}
