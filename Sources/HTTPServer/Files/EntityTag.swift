/// Names for states of content (RFC 9110, 8.8.3).
public enum EntityTag {
    /// A strong tag of these bytes: the same bytes, the same tag.
    ///
    /// FNV-1a of 128 bits: a name that does not collide by chance. It is no signature.
    public static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        return "\"" + String(hash, radix: 36) + "\""
    }

    private static let mark = "-gzip\""

    /// The tag of the same content compressed: other bytes, so another strong tag.
    static func ofCompressed(_ tag: String) -> String {
        tag.hasPrefix("\"") && tag.hasSuffix("\"") ? String(tag.dropLast()) + mark : tag
    }

    /// Whether the list in `If-None-Match` holds the tag, or that of its compressed form.
    ///
    /// Weak comparison (RFC 9110, 13.1.2): `W/` does not matter.
    static func isListed(_ tag: String, in list: String) -> Bool {
        let tag = opaque(Substring(tag))
        return list.split(separator: ",").contains { part in
            let listed = opaque(part.drop { $0 == " " || $0 == "\t" })
            let trimmed = listed.split(separator: " ", omittingEmptySubsequences: true).first ?? ""
            if trimmed == "*" || trimmed == tag { return true }
            return trimmed.hasSuffix(mark) && trimmed.dropLast(mark.utf8.count) + "\"" == tag
        }
    }

    private static func opaque(_ tag: Substring) -> Substring {
        tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }
}
