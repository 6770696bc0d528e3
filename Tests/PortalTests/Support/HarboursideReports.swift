// When the boards of Harbourside meet, and what was published for them; it is 15 July 2026.

extension Catalogue {
    mutating func addMeetings() {
        var meetings = Table("board", "day", "title", "place", "papers", "note")
        for day in ["2025-11-20", "2026-03-12", "2026-07-15", "2026-09-10"] {
            meetings.add(["board": "harbour-committee", "day": day])
        }
        meetings.set("title", "Autumn meeting", line: 2)
        meetings.set("place", "Town Hall & online", line: 2)
        meetings.set("papers", "https://example.org/papers?id=1&page=2", line: 2)
        meetings.set("note", "Open to all", line: 2)
        meetings.set("place", "Harbour House", line: 4)
        self["Catalogue/meetings.csv"] = meetings
        addReports()
    }

    private mutating func addReports() {
        var reports = Table(
            "slug", "title", "board", "meeting", "kind", "period", "summary", "withdrawn_on",
            "withdrawn_because")
        reports.add([
            "slug": "mid-year-2025-26", "title": "Mid-year report 2025/26",
            "board": "harbour-committee", "meeting": "2025-11-20", "kind": "mid-year",
            "period": "2025-26-Q2", "summary": "More children are in school <each> day.",
        ])
        reports.add([
            "slug": "year-end-2025-26", "title": "Year-end report 2025/26",
            "board": "harbour-committee", "kind": "year-end", "period": "2025-26-FY",
            "withdrawn_on": "2026-07-01", "withdrawn_because": "a table was wrong.",
        ])
        reports.add([
            "slug": "agreement-2027-28", "title": "Agreement 2027/28",
            "board": "harbour-committee", "meeting": "2026-09-10", "kind": "agreement",
            "period": "2027-28-FY",
        ])
        reports.add([
            "slug": "first-look", "title": "A first look", "board": "early-years-board",
            "kind": "other", "period": "2024-25-AY",
        ])
        self["Catalogue/reports.csv"] = reports
        var versions = Table("report", "version", "published_on", "document", "changes")
        for (report, version, day) in [
            ("mid-year-2025-26", "1.0", "2025-11-12"), ("mid-year-2025-26", "1.1", "2025-12-01"),
            ("year-end-2025-26", "1.0", "2026-06-10"),
            // After the day on which Harbourside is read.
            ("mid-year-2025-26", "1.2", "2026-08-01"), ("agreement-2027-28", "1.0", "2026-09-01"),
            ("first-look", "1.0", "2025-10-01"),
        ] {
            versions.add(["report": report, "version": version, "published_on": day])
        }
        versions.set("document", "https://example.org/mid-year-1.0.html", line: 2)
        versions.set("document", "https://example.org/mid-year-1.1.html", line: 3)
        versions.set("changes", "The figure for moves in care was put right.", line: 3)
        versions.set("document", "https://example.org/year-end-1.0.html", line: 4)
        self["Catalogue/report_versions.csv"] = versions
    }
}
