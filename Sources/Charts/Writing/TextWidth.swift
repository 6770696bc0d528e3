extension String {
    /// About how wide the text is in a chart's 13 pixel letters, rather too much than too little.
    ///
    /// The server does not know the reader's font, so letters are counted by their kind.
    func estimatedWidth(bold: Bool = false) -> Double {
        var ems = 0.0
        for scalar in unicodeScalars {
            let place = Int(scalar.value)
            ems += place < Self.plainEms.count ? Self.plainEms[place] : Self.ems(scalar)
        }
        return ems * 13 * (bold ? 1.05 : 1)
    }

    /// The widths of the letters of ASCII, of which most text is made.
    private static let plainEms = (0..<128).map { ems(Unicode.Scalar(UInt8($0))) }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "t", "f", "r", ".", ",", ":", "'", "’", "|", "(", ")", " ": 0.34
        case "m", "w", "M", "W", "%": 0.9
        case "A"..."Z": 0.68
        default: 0.55
        }
    }

    /// The text in lines of at most `length` characters, broken at spaces only.
    func lines(ofAtMost length: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= length {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// The text in lines that are at most `width` wide, broken at spaces, and within a word only
    /// where the word alone is wider.
    func lines(within width: Double, bold: Bool = false) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last,
                (last + " " + word).estimatedWidth(bold: bold) <= width
            {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines += String(word).pieces(within: width, bold: bold)
            }
        }
        return lines
    }

    /// A word in as few pieces as fit, each of one character at least.
    private func pieces(within width: Double, bold: Bool) -> [String] {
        var pieces: [String] = []
        for character in self {
            if let last = pieces.last,
                (last + String(character)).estimatedWidth(bold: bold) <= width
            {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }
}
