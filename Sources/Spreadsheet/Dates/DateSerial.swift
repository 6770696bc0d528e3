/// The date systems of ECMA-376 part 1, 18.17.4.1: how many days after which one a number stands
/// for.
enum DateSystem: Sendable {
    /// Day 1 is 1900-01-01. Day 60 would be 29 February 1900, which never was; the error is as old
    /// as the format, and every program repeats it.
    case from1900
    /// Day 0 is 1904-01-01.
    case from1904

    /// What a number stands for in a cell that is shown as a date, to the second.
    func cell(_ text: String, shownAs kind: NumberKind) -> Cell {
        guard let number = Double(text), number >= 0, number < 2_958_466 else {
            return .error("\(text) is outside the dates from 1900 to 9999")
        }
        let seconds = Int((number * 86_400).rounded())
        let (serial, second) = (seconds / 86_400, seconds % 86_400)
        if serial == 0, kind == .time || kind == .duration || (self == .from1900 && kind == .moment)
        {
            return .date(ISOMoment(second: second).description)
        }
        if kind == .duration { return .number(text, .plain) }
        guard let day = day(serial), let moment = ISOMoment(day: day, second: second) else {
            return .error("\(text) is shown as a date, but there is no such day")
        }
        return .date(moment.description)
    }

    /// Days after 1970-01-01.
    private func day(_ serial: Int) -> Int? {
        switch (self, serial) {
        case (.from1904, _): serial - 24_107
        case (.from1900, 1...59): serial - 25_568
        case (.from1900, 61...): serial - 25_569
        case (.from1900, _): nil
        }
    }
}
