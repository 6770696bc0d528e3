// What those who answer for Harbourside's measures say and do. All of it is made up.

extension Catalogue {
    mutating func addCommentary() {
        var commentary = Table(
            "measure", "period", "what_happened", "why", "what_we_are_doing", "author_role",
            "published_on")
        commentary.add([
            "measure": "MOVES", "period": "2025-26-FY",
            "what_happened": "Fewer children moved than the year before.",
            "why": "Two homes opened & more families foster.",
            "what_we_are_doing": "Each move is looked at within a week.",
            "author_role": "Head of children in care", "published_on": "2026-05-20",
        ])
        commentary.add([
            "measure": "MOVES", "period": "2024-25-FY",
            "what_happened": "One home closed in May.",
            "author_role": "Head of children in care", "published_on": "2025-06-02",
        ])
        self["Catalogue/commentary.csv"] = commentary
        var actions = Table(
            "measure", "objective", "what", "owner_role", "due_on", "progress", "state",
            "updated_on")
        actions.add([
            "measure": "MOVES", "what": "Open a third home", "owner_role": "Head of property",
            "due_on": "2026-06-01", "progress": "A house has been found.", "state": "under-way",
            "updated_on": "2026-05-20",
        ])
        actions.add([
            "measure": "MOVES", "objective": "SW-G1", "what": "Ask carers what they need",
            "owner_role": "Head of children in care", "state": "not-started",
            "updated_on": "2026-05-20",
        ])
        actions.add([
            "measure": "MOVES", "what": "Write to former carers",
            "owner_role": "Head of children in care", "due_on": "2026-02-28", "state": "done",
            "updated_on": "2026-03-03",
        ])
        actions.add([
            "objective": "SW-G1", "what": "Visit each school", "owner_role": "Head of schools",
            "due_on": "2026-12-18", "state": "under-way", "updated_on": "2026-06-30",
        ])
        self["Catalogue/actions.csv"] = actions
        var forecasts = Table("measure", "period", "value", "by_role", "made_on")
        forecasts.add([
            "measure": "MOVES", "period": "2026-27-FY", "value": "8.5",
            "by_role": "Head of children in care", "made_on": "2026-05-20",
        ])
        self["Catalogue/forecasts.csv"] = forecasts
        self["Catalogue/collected_groups.csv"] = Table("measure", "breakdown")
    }
}
