import Scorecard

/// Numbers as spreadsheets keep them.
enum UploadedNumber {
    /// The number in plain decimals, with as many places as we keep.
    ///
    /// Spreadsheets reckon in binary, so that 67.8 may be kept as `67.799999999999997` and a
    /// small number as `1E-7`; the shortest decimal that is the same to them is what was meant.
    ///
    /// - Parameters:
    ///   - digits: the number as the file has it.
    ///   - places: by how many places the point is moved to the right: two for a percentage.
    /// - Returns: The number, or what the file has if that is none.
    static func plain(_ digits: String, movedBy places: Int = 0) -> String {
        if places == 0, isShort(digits) { return digits }
        guard let number = Double(digits), number.isFinite, abs(number) < 1e15 else {
            return digits
        }
        let parts = abs(number).description.split(separator: "e")
        let halves = parts[0].split(separator: ".")
        let whole = String(halves.first ?? "0")
        let fraction = halves.count > 1 && halves[1] != "0" ? String(halves[1]) : ""
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let text = rounded(
            (whole + fraction).utf8.map { Int($0) - 0x30 }, point: whole.count + power + places)
        return number < 0 && text != "0" ? "-" + text : text
    }

    /// Whether it is a whole number or a plain decimal without noughts at its end.
    private static func isShort(_ digits: String) -> Bool {
        let bytes = digits.utf8.drop { $0 == UInt8(ascii: "-") }
        guard bytes.count <= 15, let first = bytes.first, let last = bytes.last else {
            return false
        }
        let point = UInt8(ascii: ".")
        var points = 0
        for byte in bytes {
            if byte == point { points += 1 } else if !(0x30...0x39).contains(byte) { return false }
        }
        guard digits.utf8.count - bytes.count <= 1, first != point, last != point else {
            return false
        }
        if points == 0 { return first != 0x30 || bytes.count == 1 }
        let places = bytes.reversed().prefix { $0 != point }.count
        return points == 1 && last != 0x30 && places <= FixedDecimal.places
    }

    /// Digits with the point before the place `point`, rounded to the places that we keep.
    private static func rounded(_ digits: [Int], point: Int) -> String {
        var digits = digits
        var point = point
        if point < 0 {
            digits.insert(contentsOf: [Int](repeating: 0, count: min(-point, 400)), at: 0)
            point = 0
        }
        while digits.count < point { digits.append(0) }
        let kept = point + FixedDecimal.places
        if digits.count > kept {
            let isUp = digits[kept] >= 5
            digits.removeLast(digits.count - kept)
            if isUp { raise(&digits, &point) }
        }
        while digits.count > point, digits.last == 0 { digits.removeLast() }
        let whole = String(text(digits[..<point]).drop { $0 == "0" })
        let fraction = text(digits[point...])
        return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static func text(_ digits: ArraySlice<Int>) -> String {
        digits.map { String($0) }.joined()
    }

    /// Adds one to the last digit.
    private static func raise(_ digits: inout [Int], _ point: inout Int) {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }
}
