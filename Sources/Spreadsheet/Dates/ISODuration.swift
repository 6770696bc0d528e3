/// A length of time as OpenDocument writes it, such as `PT09H30M00S`, in whole seconds.
struct ISODuration {
    /// Rounded; below zero for one that goes back.
    let seconds: Int

    /// Reads days, hours, minutes and seconds; `nil` for what has months, which have no length.
    init?(_ bytes: ArraySlice<UInt8>) {
        var scan = ISOScan(bytes)
        let isNegative = scan.take(0x2D)
        guard scan.take(0x50) else { return nil }
        var seconds = 0
        var units: [(letter: UInt8, length: Int)] = [(0x44, 86_400)]
        var isInTime = false
        while !scan.isAtEnd {
            if !isInTime, scan.take(0x54) {
                isInTime = true
                units = [(0x48, 3_600), (0x4D, 60), (0x53, 1)]
            }
            guard let number = scan.number() else { return nil }
            let fraction = scan.roundedFraction()
            guard let unit = units.firstIndex(where: { scan.take($0.letter) }) else { return nil }
            // Nine digits of days are far from overflow.
            seconds += number * units[unit].length + (units[unit].length == 1 ? fraction : 0)
            units.removeFirst(unit + 1)
        }
        self.seconds = isNegative ? -seconds : seconds
    }

    /// What the cell holds: a time of day, or days where it is none.
    var cell: Cell {
        if 0..<86_400 ~= seconds { return .date(ISOMoment(second: seconds).description) }
        if seconds % 86_400 == 0 { return .number("\(seconds / 86_400)", .plain) }
        return .number("\(Double(seconds) / 86_400)", .plain)
    }
}
