import Scorecard

/// Which measures of a report need attention: the worst first.
struct ReportMeasuresAttention {
    /// Why a measure is among them.
    enum Ground: Equatable {
        case offTarget
        /// Worse than the figure it is compared with.
        case gotWorse
        /// On target when the quarter compared with ended, and short of it now.
        case slipped
        /// Chosen by whoever writes the report.
        case featured
    }

    /// Those with a block of their own.
    private(set) var blocks: [(standing: Standing, ground: Ground)] = []
    /// Those that are only listed.
    private(set) var others: [(standing: Standing, ground: Ground)] = []

    /// A report has no more blocks than this, unless more were chosen.
    static let most = 12

    init(_ measures: ReportedMeasures, featured: Set<String>) {
        let all = measures.all
        var known: Set<Int64> = []
        var found: [(standing: Standing, ground: Ground)] = []
        func add(_ standings: [Standing], _ ground: Ground) {
            for standing in standings where known.insert(standing.measure.id).inserted {
                found.append((standing, ground))
            }
        }
        add(Attention.offTarget(among: all), .offTarget)
        add(all.filter { Self.slipped($0, measures.before) }, .slipped)
        add(Attention.falls(among: all), .gotWorse)
        add(all.filter { featured.contains($0.measure.code) }, .featured)
        var room = Self.most - found.count { featured.contains($0.standing.measure.code) }
        for entry in found {
            if featured.contains(entry.standing.measure.code) {
                blocks.append(entry)
            } else if room > 0 {
                room -= 1
                blocks.append(entry)
            } else {
                others.append(entry)
            }
        }
    }

    private static func slipped(_ standing: Standing, _ before: Standings) -> Bool {
        standing.judgement.status == .close
            && before[standing.measure.id]?.judgement.status == .onTarget
    }
}

extension ReportMeasuresAttention.Ground {
    /// Why the measure is there, where neither its status nor its change says so.
    var words: String? {
        switch self {
        case .offTarget, .gotWorse: nil
        case .slipped: "On target before"
        case .featured: "Chosen for this report"
        }
    }
}
