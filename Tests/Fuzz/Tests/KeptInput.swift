import Glibc

/// An input of the corpus, and what is made of it by chance that is the same in every run.
struct KeptInput: CustomStringConvertible, Sendable {
    let target: FuzzTarget
    let name: String
    let bytes: [UInt8]

    var description: String { "\(target.rawValue)/\(name)" }

    /// All that are kept, of every target.
    static let all = FuzzTarget.allCases.flatMap { target in
        names(target).map { KeptInput(target: target, name: $0, bytes: bytes(target, $0)) }
    }

    private static let folder =
        #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Corpora"

    private static func names(_ target: FuzzTarget) -> [String] {
        guard let folder = unsafe opendir("\(folder)/\(target.rawValue)") else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func bytes(_ target: FuzzTarget, _ name: String) -> [UInt8] {
        guard let file = unsafe fopen("\(folder)/\(target.rawValue)/\(name)", "rb") else {
            return []
        }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}

/// Changes inputs as libFuzzer does, but by a row of numbers that is always the same.
struct Mutation {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The input with a few bytes changed, taken out, put in, doubled, or taken from another.
    mutating func mutant(of bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(below: 4) {
            let place = number(below: bytes.count + 1)
            let end = min(bytes.count, place + number(below: 9))
            switch number(below: 6) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(number(below: 8))
            case 1 where place < bytes.count: bytes[place] = UInt8(number(below: 256))
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count + 1))
            case 4:
                let start = number(below: other.count + 1)
                bytes.insert(
                    contentsOf: other[start..<min(other.count, start + number(below: 17))],
                    at: place)
            default: bytes.insert(UInt8(number(below: 256)), at: place)
            }
        }
        return bytes
    }

    private mutating func number(below limit: Int) -> Int {
        // Marsaglia's xorshift, with the numbers of his paper.
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
