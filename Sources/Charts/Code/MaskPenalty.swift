// How hard a masked symbol is to read (7.8.3): the mask with the lowest penalty is used.
extension ModuleGrid {
    /// The points against the symbol, by all four rules.
    var penalty: Int {
        let lines = (0..<side).flatMap { [row($0), column($0)] }
        return lines.reduce(0) { $0 + Self.runPenalty($1) + Self.finderPenalty($1) }
            + blockPenalty + proportionPenalty
    }

    /// Three points for five modules of a colour in a line, and one for each that follows.
    static func runPenalty(_ line: [Bool]) -> Int {
        var penalty = 0
        var run = (isDark: false, count: 0)
        for isDark in line {
            run = (isDark, run.isDark == isDark ? run.count + 1 : 1)
            if run.count == 5 { penalty += 3 }
            if run.count > 5 { penalty += 1 }
        }
        return penalty
    }

    /// Forty points for what could be taken for a finder pattern: 1, 1, 3, 1 and 1 modules, with
    /// four light ones before or after, of which the quiet zone may be some.
    static func finderPenalty(_ line: [Bool]) -> Int {
        let quietZone = [false, false, false, false]
        var penalty = 0
        // The latest 15 modules: four before, the seven of the pattern, four after.
        var window = 0
        for isDark in line + quietZone {
            window = (window << 1 | (isDark ? 1 : 0)) & 0x7FFF
            let isPattern = window >> 4 & 0b111_1111 == 0b101_1101
            if isPattern, window >> 11 == 0 || window & 0b1111 == 0 { penalty += 40 }
        }
        return penalty
    }

    /// Three points for each square of four modules of a colour; larger ones hold several.
    private var blockPenalty: Int {
        var penalty = 0
        for row in 1..<side {
            for column in 1..<side {
                let isDark = self[row, column]
                if self[row, column - 1] == isDark, self[row - 1, column] == isDark,
                    self[row - 1, column - 1] == isDark
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Ten points for every five per cent by which dark modules are more or less than half.
    private var proportionPenalty: Int {
        let all = side * side
        let dark = (0..<side).reduce(0) { count, index in
            count + row(index).count { $0 }
        }
        return abs(dark * 20 - all * 10) / all * 10
    }
}
