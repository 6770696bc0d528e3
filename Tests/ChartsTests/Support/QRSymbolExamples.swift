@testable import Charts

/// Symbols as Python's `qrcode` 8.2 makes them, and their penalties as `segno` 1.6.6 counts them.
struct QRSymbolExample {
    let version: Int
    let mask: DataMask
    let text: String
    let penalty: Int
    /// The modules of each row as a number in base 16, dark ones being the ones.
    let rows: String
}

extension QRSymbolExample {
    /// One text, with room for some padding, under each mask.
    static let masked: [QRSymbolExample] = [
        .init(
            version: 1, mask: .pattern000, text: "Harbourside", penalty: 1047,
            rows: """
                1fc47f 105f41 17455d 17455d 17595d 104541 1fd57f b00 154a12 1a209b b45bf b3432 \
                97118 1eda 1fc6f3 104301 175230 17421a 175571 104412 1fd723
                """),
        .init(
            version: 1, mask: .pattern001, text: "Harbourside", penalty: 1101,
            rows: """
                1fde7f 104541 175f5d 174f5d 17435d 105f41 1fd57f 100 146025 108a31 1ef15 19e98 \
                3dbb2 1470 1fdc59 1049ab 17489a 1748b0 175fdb 104eb8 1fdd89
                """),
        .init(
            version: 1, mask: .pattern010, text: "Harbourside", penalty: 991,
            rows: """
                1fc87f 104c41 17595d 17565d 17555d 105641 1fd57f 1800 17c67c 28315 c59ce 1397bc \
                e6d69 1d54 1fca82 10508f 175e41 175194 175900 10479c 1fdb52
                """),
        .init(
            version: 1, mask: .pattern011, text: "Harbourside", penalty: 1118,
            rows: """
                1fd87f 105741 17445d 17565d 174e5d 104b41 1fd57f 1300 16eb4b 28315 1ac2a3 8ba0a \
                e6d69 1639 1fd734 10508f 17452c 175c22 175900 104cf1 1fd6e4
                """),
        .init(
            version: 1, mask: .pattern100, text: "Harbourside", penalty: 1084,
            rows: """
                1fd07f 104441 174e5d 17515d 175d5d 105e41 1fd57f 1f00 117ef9 cbbf6 1dded2 210a0 \
                558a 15b7 1fdd9e 104793 1756a2 174977 174e1c 104080 1fd3b1
                """),
        .init(
            version: 1, mask: .pattern101, text: "Harbourside", penalty: 1137,
            rows: """
                1fce7f 105441 17595d 175a5d 17455d 104e41 1fd57f 1000 1056ce 59f64 c59ce 119f9c \
                3dbb2 1574 1fca82 104cfe 174e41 1749b4 174fdb 104fbc 1fdb52
                """),
        .init(
            version: 1, mask: .pattern110, text: "Harbourside", penalty: 1136,
            rows: """
                1fde7f 105441 175d5d 174a5d 17575d 104841 1fd57f 0 13f297 59f64 8cb87 101984 \
                3dbb2 15b7 1fde10 105cfe 175c08 175fac 174fdb 104f7f 1fdfc0
                """),
        .init(
            version: 1, mask: .pattern111, text: "Harbourside", penalty: 1118,
            rows: """
                1fc47f 104b41 17475d 17455d 174d5d 105741 1fd57f f00 12d8a0 1a209b 2612d fa67b \
                97118 1a48 1fc4ba 105301 1746a2 175053 174571 104080 1fd56a
                """),
    ]

    /// Larger and larger symbols, under the mask with the lowest penalty: the first with an
    /// alignment pattern, with two blocks, with version information, with a longer length and
    /// blocks of two sizes.
    static let best: [QRSymbolExample] = [
        masked[2],
        .init(
            version: 2, mask: .pattern110,
            text: "otpauth://totp/Harbourside", penalty: 1148,
            rows: """
                1fd987f 105f541 1753b5d 174b95d 175b55d 1048941 1fd557f 1c00 13f8597 a91c16 \
                5c9b29 148f63f 1265169 1e1dab2 196cff7 162814e 13ffbf4 1071e 1fdf555 1050f18 \
                17517f0 175a1ef 1746c9b 104360f 1fd5129
                """),
        .init(
            version: 5, mask: .pattern100,
            text: """
                otpauth://totp/Harbourside:anna?secret=GEZDGNBVGY3TQOJQ&issuer=Harbourside
                """, penalty: 1626,
            rows: """
                1fd473237f 1048625d41 174ffcc15d 1753f42f5d 17559cad5d 10580ac541 1fd555557f \
                14e2a400 1175f3f3f9 1995466bde 1f5de2a248 1ba23f8766 375989263 169d106a31 \
                b4529b79c ebcaf8715 64505c0d7 15b993ef52 1643d17b78 199209e045 1bd2aac1ca \
                405dd2fb1 952656744 100b00c656 114853d0cf 138f446a78 477acea28 1043da397 \
                1cd6cbe1f0 1dd02f19 1fd5287954 10422fb117 1756e5d5fc 17451083e9 174a9d3ce0 \
                1043c8f5c6 1fdafde21b
                """),
        .init(
            version: 7, mask: .pattern100,
            text: """
                otpauth://totp/Harbourside:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=H\
                arbourside&digits=6&period=30
                """, penalty: 2102,
            rows: """
                1fde4506717f 104d8fb03241 1747b24d7a5d 175ed9f5c35d 175001f3ff5d 1051871c5041 \
                1fd55555557f 1ce31e3200 117257f2dff9 1c3a2f15c368 18d2749fcbd6 d962f794703 \
                ceaaeecdd88 1e2070264b7e fd014b6c7e 59ba6c27d92 57eefba98e6 15a025b4f17d \
                1be810c6abb6 cae4e7097c1 15febff41bf3 131cf11ecb1c 1f5f055a3158 1f153f1a3312 \
                bfc5bf6ddfb 15baf445ca66 1268b47f4206 fb3360387f2 19cb30a79870 14bc13157aee \
                5e175c06596 916bc23f470 1473afba557d 1d3ee456c863 16a5d14fbb2 f31b08d1cd1 \
                135dc1fa15f8 1ba913d916 1fda6d519b5a 1049a710b711 175073fa13f0 1745f1e658fe \
                17406edf5ab2 104a776f8b90 1fdc8bb057d1
                """),
        .init(
            version: 10, mask: .pattern011,
            text: """
                otpauth://totp/Harbourside%20children%E2%80%99s%20partnership:anna.example@harbo\
                urside.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbourside%20chil\
                dren%E2%80%99s%20partnership&algorithm=SHA1&digits=6
                """, penalty: 2949,
            rows: """
                1fdfcfbbc2ad67f 10583570c835241 1740cb6c9f6b65d 175d5884c3cc25d 17420ac7f0e1a5d \
                10463af46a7ec41 1fd55555555557f 1fe564474ce00 16e6c65fc630b4b 9bd139fe1bfbbd \
                18c529f0841d5d1 309e086d06482 ef3a4642306240 537942e22d3a68 18cf78e49285a5c \
                14a54a6b9c397bc 14e0a052b227fc3 414e0c3ae0be25 1b4626383fe45ec 1d169a8e86da2fb \
                c64d9af8e7c93c b21b770788e10b aefa632dc0ff85 79de4426529d68 18763fe4ef86aa9 \
                11a9f8ce13f98e0 bf6915ffb6c3f8 f14d65454c7514 9536dd57823f57 1b187044663bd1d \
                1fffa1b7d4487f0 102df44d9fe1a1 1f244fe0e5a197 6365bd46bad18e 6f5a8901f45c7a \
                1231394375857ea 24351c363c653c 1db931a21ad2b6c e663195a2d631a 5890c5c5bf12fc \
                1551c2a93cabaf5 1f9bf8eb2d0bcb8 4dfb60bc1c3c86 bfc31c5356c12 9638e3584f808c \
                53c2bf433bf141 14f8a18b168a443 1f3289ef7951f50 46081fe3429f9 1f914c69f3b12 \
                1fd7b7256cf415a 105c99f468d711e 1745f79ff42b3f7 17520f28e530d82 175ee8d86532f2c \
                1042d8cc2f38bf1 1fdf75f84e38ed0
                """),
    ]
}

extension ModuleGrid {
    /// The rows as the examples write them.
    var hexadecimalRows: String {
        (0..<side).map { index in
            String(row(index).reduce(UInt64(0)) { $0 << 1 | ($1 ? 1 : 0) }, radix: 16)
        }.joined(separator: " ")
    }

    /// A square of `rows`, in which `#` is dark.
    init(_ rows: [String]) {
        self.init(side: rows.count)
        for (row, modules) in rows.enumerated() {
            for (column, module) in modules.enumerated() where module == "#" {
                self[Place(row: row, column: column)] = true
            }
        }
    }
}
