extension QualityMarker {
    static func weaker(_ one: QualityMarker?, _ other: QualityMarker?) -> QualityMarker? {
        let order: [QualityMarker] = [
            .confidential, .notApplicable, .notAvailable, .lowReliability, .provisional,
            .estimated, .revised,
        ]
        return order.first { $0 == one || $0 == other } ?? one ?? other
    }
}
