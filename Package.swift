// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "portal",
    products: [
        .executable(name: "portal", targets: ["PortalCommand"])
    ],
    targets: [
        // Ground: C libraries of the system.
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"])]),

        // First floor: six libraries that do not know each other, nor the portal.
        .target(name: "HTTPServer", dependencies: ["CLinux", "CZlib"], swiftSettings: strict),
        .target(name: "Mustache", swiftSettings: strict),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "Scorecard", swiftSettings: strict),
        .target(name: "Charts", swiftSettings: strict),
        .target(name: "Spreadsheet", dependencies: ["CZlib"], swiftSettings: strict),

        // Second floor: the portal itself, rooms by feature.
        .target(
            name: "Portal",
            dependencies: [
                "HTTPServer", "Mustache", "SQLite", "Scorecard", "Charts", "Spreadsheet",
                "CCrypt", "CDigest",
            ],
            swiftSettings: strict
        ),

        // Roof.
        .executableTarget(
            name: "PortalCommand", dependencies: ["Portal", "HTTPServer"], swiftSettings: strict),

        .testTarget(
            name: "HTTPServerTests", dependencies: ["HTTPServer"], swiftSettings: strict),
        .testTarget(name: "MustacheTests", dependencies: ["Mustache"], swiftSettings: strict),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
        .testTarget(name: "ScorecardTests", dependencies: ["Scorecard"], swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet"], swiftSettings: strict),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", "HTTPServer", "Mustache", "SQLite", "Scorecard", "Spreadsheet",
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

// What feeds the parsers of outside bytes any bytes at all: a program that only `make fuzz` builds,
// or tests that try what it has kept.
let parsers: [Target.Dependency] = [
    "HTTPServer", "Mustache", "SQLite", "Scorecard", "Spreadsheet", "Portal",
]
if Context.environment["PORTAL_FUZZ"] != nil {
    package.targets += [
        .executableTarget(
            name: "Fuzz", dependencies: parsers, path: "Tests/Fuzz",
            exclude: ["Corpora", "Tests", "run", "seeds", "slow"], swiftSettings: strict)
    ]
} else {
    package.targets += [
        .testTarget(
            name: "FuzzTests", dependencies: parsers, path: "Tests/Fuzz",
            exclude: ["Corpora", "Program", "run", "seeds", "slow"], swiftSettings: strict)
    ]
}

// What measures the judgement; only `make bench` builds it.
if Context.environment["PORTAL_BENCH"] != nil {
    package.targets += [
        .executableTarget(
            name: "JudgingBench", dependencies: ["Scorecard"], path: "Tests/Bench/Judging",
            swiftSettings: strict)
    ]
}
