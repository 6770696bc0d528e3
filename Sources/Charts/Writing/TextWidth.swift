extension String {
    /// About how wide the text is in a chart's 13 pixel letters, rather too much than too little.
    ///
    /// The server does not know the reader's font, so letters are counted by their kind.
    func estimatedWidth(bold: Bool = false) -> Double {
        var ems = 0.0
        for scalar in unicodeScalars {
            switch scalar {
            case "i", "j", "l", "I", "t", "f", "r", ".", ",", ":", "'", "’", "|", "(", ")", " ":
                ems += 0.34
            case "m", "w", "M", "W", "%": ems += 0.9
            case "A"..."Z": ems += 0.68
            default: ems += 0.55
            }
        }
        return ems * 13 * (bold ? 1.05 : 1)
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
}
