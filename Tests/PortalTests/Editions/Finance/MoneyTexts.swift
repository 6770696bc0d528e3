@testable import Portal

/// Money of an invented place, as somebody types it.
enum MoneyTexts {
    static let all = [
        "finance": "The pressure is in placements.",
        "revenue-1-heading": "Children’s social care", "revenue-1-budget": "52,410",
        "revenue-1-forecast": "54,185", "revenue-1-reason": "Residential placements",
        "revenue-2-heading": "Education and inclusion", "revenue-2-budget": "21,960",
        "revenue-2-forecast": "22,310", "revenue-2-reason": "Home to school transport",
        "revenue-3-heading": "Early help", "revenue-3-budget": "9,875",
        "revenue-3-forecast": "9,640", "revenue-3-reason": "Vacant posts",
        "savings-1-heading": "Fewer agency staff", "savings-1-target": "500",
        "savings-1-forecast": "420", "savings-1-risk": "High",
        "reserves-1-heading": "Placements", "reserves-1-opening": "300", "reserves-1-use": "350",
        "grant-1-heading": "High needs", "grant-1-allocation": "41,500",
        "grant-1-forecast": "42,700", "finance-brought-forward": "5,400",
    ]

    static func content(_ others: [String: String] = [:]) -> EditionContent {
        EditionContent(EntryContent(all.merging(others) { $1 }))
    }
}
