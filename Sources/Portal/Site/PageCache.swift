import HTTPServer

/// The published pages of one thread that are asked for often, ready to be sent again.
///
/// A page is kept when it is asked for the second time within a while, so that addresses that
/// somebody invents, of which there is no end, take no room. When there is none left, those go
/// that nobody has asked for longest. A page of another state is drawn anew, and takes the place
/// of the one before it.
struct PageCache {
    /// What has happened, for those who watch.
    let counters = PageCacheCounters()
    private let limit: Int
    private var places: [StrangersAddress: Int] = [:]
    /// In no order; `nil` where there was one.
    private var entries: [Entry?] = []
    private var free: [Int] = []
    private var newest: Int?
    private var oldest: Int?
    private var bytes = 0
    private var recent = RecentAddresses()

    private struct Entry {
        let address: StrangersAddress
        let page: ReadyResponse
        let state: PageState
        /// The places of those that were asked for next after it, and last before.
        var newer: Int?
        var older: Int?

        /// What it takes, with its part of what is around it.
        var size: Int { page.size + address.target.utf8.count + 512 }
    }

    /// Makes room for so many bytes; none for 0.
    init(limit: Int) {
        self.limit = limit
    }

    /// What a request asks for, if it can be kept at all.
    func address(of request: Request) -> StrangersAddress? {
        limit > 0 ? StrangersAddress(request) : nil
    }

    /// The page as it is kept, if it is of this state.
    mutating func page(at address: StrangersAddress, _ state: PageState) -> Response? {
        guard let place = places[address], let entry = entries[place], entry.state == state else {
            counters.miss()
            return nil
        }
        if place != newest {
            takeOut(place)
            putFirst(place)
        }
        counters.hit()
        return Response(entry.page)
    }

    /// Keeps a page drawn from this state, if it is asked for often and there is room for it; in
    /// any case, gives what is to be sent.
    mutating func keep(
        _ response: Response, at address: StrangersAddress, _ state: PageState
    ) -> Response {
        let former = places[address]
        guard former != nil || recent.hasSeen(address),
            response.headers["Cache-Control"] == "no-cache",
            let page = ReadyResponse(
                response, takesGzip: address.takesGzip, former: former.flatMap { entries[$0]?.page }
            )
        else { return response }
        if let former { remove(former) }
        let entry = Entry(address: address, page: page, state: state)
        // One that is very large would push out too many others.
        if entry.size <= limit / 8 { add(entry) }
        return Response(page)
    }

    private mutating func add(_ entry: Entry) {
        bytes += entry.size
        let place = free.popLast() ?? entries.count
        if place < entries.count {
            entries[place] = entry
        } else {
            entries.append(entry)
        }
        places[entry.address] = place
        putFirst(place)
        while bytes > limit, let oldest { remove(oldest) }
        counters.note(pages: places.count, bytes: bytes)
    }

    private mutating func remove(_ place: Int) {
        takeOut(place)
        if let entry = entries[place] {
            bytes -= entry.size
            places[entry.address] = nil
        }
        entries[place] = nil
        free.append(place)
        counters.note(pages: places.count, bytes: bytes)
    }

    private mutating func takeOut(_ place: Int) {
        let (newer, older) = (entries[place]?.newer, entries[place]?.older)
        if let newer { entries[newer]?.older = older } else { newest = older }
        if let older { entries[older]?.newer = newer } else { oldest = newer }
    }

    private mutating func putFirst(_ place: Int) {
        entries[place]?.newer = nil
        entries[place]?.older = newest
        if let newest { entries[newest]?.newer = place } else { oldest = place }
        newest = place
    }
}

/// What was asked for a short while ago: of some places, each has the address that came to it last.
private struct RecentAddresses {
    private static let count = 2048
    /// Made when there is something to remember: most threads answer no strangers.
    private var marks: [Int] = []

    /// Whether an address was asked for before, as far as is remembered; from now on it was.
    mutating func hasSeen(_ address: StrangersAddress) -> Bool {
        if marks.isEmpty { marks = [Int](repeating: 0, count: Self.count) }
        let mark = address.hashValue
        let place = Int(UInt(bitPattern: mark) % UInt(Self.count))
        defer { marks[place] = mark }
        return marks[place] == mark
    }
}
