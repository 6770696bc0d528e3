import HTTPServer

@testable import Portal

/// Any text in the parts of an address: what comes back must be what was put in, and lead
/// nowhere else.
enum AddressFuzz {
    static func run(_ bytes: [UInt8]) {
        write(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        checkWayBack(text)
        turnPages(text)
        filter(Query(formEncoded: bytes))
        if let sort = ScorecardSort(text) {
            demand(areSame(sort.description, text), "an order is one text: \(text)")
        }
    }

    private static func write(_ bytes: [UInt8]) {
        var material = Material(bytes)
        var pairs: [(name: String, value: String)] = []
        while !material.isEmpty { pairs.append((material.text(), material.text())) }
        let address = AddressQuery(path: "/a", pairs)
        demand(address.text.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "an address is ASCII")
        demand(address.pairs.allSatisfy { !$0.value.isEmpty }, "an address says something")
        let read = Request(.get, address.text).query.pairs
        demand(
            areSame(read.map(\.name), address.pairs.map(\.name))
                && areSame(read.map(\.value), address.pairs.map(\.value)),
            "names and values come back: \(address.text)")
        let other = address.with("page", "2")
        demand(Request(.get, other.text).query["page"] == "2", "a value is changed: \(other.text)")
    }

    /// After signing in nobody is led to another host, nor round in a ring.
    private static func checkWayBack(_ text: String) {
        let next = AccountLinks.next(text)
        demand(next == "/" || areSame(next, text), "the way back is what was asked: \(text)")
        demand(next.utf8.first == 47 && !next.hasPrefix("//"), "it is one of ours: \(next)")
        demand(
            next.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 92 }, "it fits a field: \(next)")
        demand(!next.hasPrefix("/sign-in?"), "it leads not to the way in: \(next)")
        let way = AccountLinks.signIn(backTo: text)
        let back = Request(.get, way).query["next"]
        demand(back.map { areSame($0, text) } ?? true, "the way in knows the way back: \(way)")
    }

    private static func turnPages(_ text: String) {
        let address = AddressQuery(path: "/a", [("q", text)])
        // A page that there is not is told of in words.
        guard let number = try? PageNumber.asked(text, of: address) else { return }
        demand(areSame("\(number)", text), "a page has one number: \(text)")
        for count in [0, 1, number, number &* 50, 1 << 40] {
            let pages = Pagination(count: count, pageLength: 50, number)
            let range = pages.range
            demand(range.count <= 50 && range.upperBound <= count, "a page is in its list")
            if count < 1 << 20 { _ = pages.values(address, label: text) }
        }
    }

    private static func filter(_ query: Query) {
        // A refusal is an answer, too.
        guard let filter = try? TrailFilter({ query[$0] }) else { return }
        let again = Request(.get, filter.query.text).query
        guard let other = try? TrailFilter({ again[$0] }) else {
            demand(false, "an address of ours is read: \(filter.query.text)")
            return
        }
        demand(other.query == filter.query, "an address of ours says the same: \(other.query.text)")
        demand(JSONObject(filter.object.description) == filter.object, "it is kept as it was")
        _ = filter.errors
    }
}
