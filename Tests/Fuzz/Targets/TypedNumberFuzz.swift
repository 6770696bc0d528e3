@testable import Portal
@testable import Scorecard

/// Any text as a number that people type; and numbers as people may type them, which must be
/// read as they were meant.
enum TypedNumberFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        read(text)
        readMoney(text)
        readDigits(text)
        var material = Material(bytes)
        type(&material)
    }

    private static func read(_ text: String) {
        do throws(DecimalRefusal) {
            let input = try DecimalInput(text)
            let shown = input.value.formatted(decimals: 8)
            let again = try DecimalInput(shown)
            demand(again.value == input.value, "what is shown is read alike: \(text), \(shown)")
            checkDigits(text, input.value)
        } catch {
            demand(!error.words.isEmpty, "a refusal says something")
            demand(FixedDecimal(text) == nil, "what programs write can be typed: \(text)")
        }
        for kind in ValueKind.allCases {
            for shape in [EntryShape.count, .ratio(per: 100), .value(hasDenominator: true)] {
                let terms = EntryTerms(shape: shape, kind: kind, decimals: 1, title: "x")
                for box in EntryBox.allCases {
                    let reading = BoxReading(text, in: box, terms)
                    demand(
                        (reading.number != nil) != (reading.isEmpty || reading.fault != nil),
                        "a box holds one of three")
                }
            }
        }
    }

    /// No digit is lost, added or moved, whatever stands between them.
    private static func checkDigits(_ text: String, _ value: FixedDecimal) {
        let marks = text.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "." }
        let halves = marks.split(separator: ".", omittingEmptySubsequences: false)
        var digits = String((halves.first.map { String($0) } ?? "").drop { $0 == "0" })
        if digits.isEmpty { digits = "0" }
        var places = halves.count > 1 ? String(halves[1]) : ""
        while places.last == "0" { places.removeLast() }
        if !places.isEmpty { digits += "." + places }
        demand(value.magnitude.description == digits, "digits are kept: \(text), \(value)")
        // 0,5 is half of one in other countries.
        let comma = text.unicodeScalars.firstIndex(of: ",")
        let first = text.unicodeScalars.first { ("0"..."9").contains($0) }
        demand(comma == nil || first != "0", "no comma parts a nought from the rest: \(text)")
    }

    private static func readMoney(_ text: String) {
        do throws(MoneyRefusal) {
            let input = try MoneyInput(text)
            demand(input.thousands.magnitude < MoneyInput.bound, "amounts have a bound: \(text)")
            let shown = MoneyWords.plain(input.thousands)
            demand(
                try MoneyInput(shown).thousands == input.thousands,
                "an amount that is shown is read alike: \(text), \(shown)")
            demand(text.asMoney() == shown, "an amount is written as the portal writes it")
        } catch {
            demand(!error.words.isEmpty, "a refusal says something")
            demand(areSame(text.asMoney(), text), "what cannot be read stays: \(text)")
        }
    }

    /// A spreadsheet's number in plain decimals is the number that it was.
    private static func readDigits(_ text: String) {
        guard let digits = Decimals.number(text), let number = Double(digits) else { return }
        for places in [0, 2] {
            let plain = UploadedNumber.plain(digits, movedBy: places)
            guard number.magnitude < 1e10, let value = FixedDecimal(plain) else {
                demand(number.magnitude >= 1e8, "a number is plain: \(digits), \(plain)")
                continue
            }
            let wanted = places == 0 ? number : number * 100
            demand(
                (Double(value) - wanted).magnitude <= 0.6e-8 + wanted.magnitude * 1e-14,
                "a number stays what it was: \(digits), \(plain)")
        }
    }

    private static func type(_ material: inout Material) {
        let value = FixedDecimal(
            hundredMillionths: Int64(material.integer()) >> material.number(below: 64))
        let magnitude = value.magnitude.description
        let point = magnitude.firstIndex(of: ".") ?? magnitude.endIndex
        let mark = material.choice(of: ["", ",", " ", "\u{A0}", "\u{2009}"])
        var text = parted(String(magnitude[..<point]), mark) + magnitude[point...]
        let space = material.choice(of: ["", " ", "\u{200B}", "\u{A0}"])
        let isPercent = material.byte() & 1 == 1
        if isPercent { text += space + "%" }
        if material.byte() & 1 == 1, !isPercent { text = "£" + space + text }
        if value < .zero {
            let minus = material.choice(of: ["-", "\u{2212}", "\u{2013}", "\u{2011}", "\u{FF0D}"])
            text = minus + space + text
        } else if material.byte() & 1 == 1 {
            text = "+" + text
        }
        text = space + text + space
        do throws(DecimalRefusal) {
            let input = try DecimalInput(text)
            demand(input.value == value, "a number is read as it was meant: \(text), \(value)")
            demand((input.mark == .percent) == isPercent, "its sign, too: \(text)")
        } catch {
            demand(false, "a number that people type is read: \(text)")
        }
    }

    private static func parted(_ digits: String, _ mark: String) -> String {
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += mark }
            text.append(digit)
        }
        return text
    }
}

/// The numbers that files of tables hold: a sign, digits with a point, a power.
private enum Decimals {
    static func number(_ text: String) -> String? {
        guard text.utf8.count <= 40, text.utf8.contains(where: { (48...57).contains($0) }),
            text.utf8.allSatisfy({ (43...57).contains($0) || $0 == 101 || $0 == 69 }),
            !text.utf8.contains(44), !text.utf8.contains(47)
        else { return nil }
        return Double(text) == nil ? nil : text
    }
}
