/// The catalogue of a place that is not, with a measure for everything that a scorecard can say.
///
/// Its figures are made up, so that each status is reached by arithmetic that can be done by hand;
/// it is read on 15 July 2026, so measures are judged on 30 June 2026.
enum Harbourside {
    static let today = "2026-07-15"

    static let catalogue: Catalogue = {
        var catalogue = Catalogue()
        catalogue.addBoards()
        catalogue.addMeetings()
        catalogue.addStrategies()
        catalogue.addObjectives()
        catalogue.addMeasures()
        catalogue.addPlacements()
        catalogue.addTargets()
        catalogue.addAreas()
        catalogue.addSeries()
        catalogue.addFigures()
        catalogue.addCommentary()
        return catalogue
    }()
}

extension Catalogue {
    fileprivate mutating func addBoards() {
        var boards = Table("slug", "title", "role", "reports_to", "source_document")
        boards.add([
            "slug": "family-board", "title": "Harbourside Family Board",
            "role": "Brings everyone together.", "source_document": "Start Well, printed 2025",
        ])
        boards.add([
            "slug": "early-years-board", "title": "Early Years Board", "reports_to": "family-board",
        ])
        boards.add([
            "slug": "harbour-committee", "title": "Harbour Committee",
            "role": "Gets the Portfolio Performance and Resource Report (PPRR) twice a year.",
        ])
        self["Catalogue/boards.csv"] = boards
        var themes = Table("slug", "title", "description", "strategy", "source_document")
        themes.add(["slug": "inclusion", "title": "Inclusion", "strategy": "start-well"])
        self["Catalogue/themes.csv"] = themes
        var statements = Table("slug", "statement", "explanation", "source_document")
        statements.add([
            "slug": "safe", "statement": "I feel safe", "explanation": "At home & at school",
            "source_document": "Start Well, printed 2025",
        ])
        statements.add(["slug": "heard", "statement": "I am heard"])
        statements.add(["slug": "at-home", "statement": "I feel at home"])
        self["Catalogue/statements.csv"] = statements
        var synonyms = Table("term", "means")
        synonyms.add(["term": "LAC", "means": "in care"])
        synonyms.add(["term": "looked after", "means": "in care"])
        synonyms.add(["term": "bairns", "means": "babies"])
        self["Catalogue/synonyms.csv"] = synonyms
    }

    fileprivate mutating func addStrategies() {
        var table = Table(
            "slug", "title", "short_title", "state", "starts", "ends", "supersedes", "under",
            "boards", "levels", "vision", "ambition", "purpose", "source_document", "note")
        table.add([
            "slug": "start-well", "title": "Start Well in Harbourside (2025-2028)",
            "short_title": "Start Well", "state": "current", "starts": "2025", "ends": "2028",
            "supersedes": "first-steps", "boards": "family-board; early-years-board",
            "levels": "Goal; Outcome", "vision": "Every child of the harbour thrives.",
            "purpose": "Says what is done for the youngest.",
            "source_document": "Start Well, printed 2025",
        ])
        table.add([
            "slug": "schools", "title": "Schools <Together>", "short_title": "Schools",
            "state": "current", "starts": "2026", "under": "start-well",
            "note": "It prints no targets & no dates.",
        ])
        table.add([
            "slug": "first-steps", "title": "First Steps (2019-2024)", "short_title": "First Steps",
            "state": "archived", "starts": "2019", "ends": "2024",
        ])
        self["Catalogue/strategies.csv"] = table
    }

    fileprivate mutating func addObjectives() {
        var table = Table(
            "strategy", "code", "slug", "parent", "level", "number", "title", "short_title", "why",
            "what", "how", "success", "scorecard", "boards", "themes", "statements", "note")
        table.add([
            "strategy": "start-well", "code": "SW-G1", "slug": "every-day-counts",
            "level": "Goal", "number": "1", "title": "Children are in school, and safe there",
            "short_title": "Every day counts", "why": "A day missed is a day not learned.",
            "scorecard": "goal-1", "boards": "early-years-board", "themes": "inclusion",
            "statements": "safe",
        ])
        table.add([
            "strategy": "start-well", "code": "SW-G1-O1", "slug": "ready", "parent": "SW-G1",
            "level": "Outcome", "title": "Ready for school", "short_title": "Ready for school",
        ])
        table.add([
            "strategy": "start-well", "code": "SW-G2", "slug": "heard", "level": "Goal",
            "number": "2", "title": "Families are heard", "short_title": "Families are heard",
            "scorecard": "goal-2", "what": "Ask families\nAnswer them", "how": "Meet each term",
            "success": "Families say so", "statements": "heard",
        ])
        self["Catalogue/objectives.csv"] = table
        var pledges = Table(
            "strategy", "code", "objective", "title", "you_said", "evidence", "evidence_date",
            "we_will", "done", "done_date", "update_due", "measure", "source_document")
        pledges.add([
            "strategy": "start-well", "code": "P1", "objective": "SW-G2", "title": "Being asked",
            "you_said": "Nobody asked us.", "evidence": "4 of 10 said so",
            "evidence_date": "May 2025", "we_will": "Ask every family\nWrite down what they say",
            "done": "A survey was held", "done_date": "March 2026", "measure": "HEARD",
            "source_document": "Start Well, printed 2025",
        ])
        pledges.add([
            "strategy": "schools", "code": "P2", "title": "Places to play",
            "you_said": "There is nowhere to play.", "we_will": "Open the yards",
            "update_due": "2026-10-01",
        ])
        pledges.add([
            "strategy": "schools", "code": "P3", "title": "Lunch", "you_said": "We queue too long.",
            "update_due": "2026-06-30",
        ])
        pledges.add(["strategy": "schools", "code": "P4", "title": "Buses"])
        self["Catalogue/pledges.csv"] = pledges
    }
}

extension Catalogue {
    /// All files, with their columns and no rows.
    static var empty: Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue.tables = catalogue.tables.mapValues { table in
            var table = table
            table.removeAll()
            return table
        }
        return catalogue
    }
}
