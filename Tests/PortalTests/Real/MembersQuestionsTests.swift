import Testing

@testable import Portal

/// What members, councillors and parents ask, and where the real portal answers it: each within
/// three steps from the first page, as it was on 15 July 2026.
@Suite struct MembersQuestionsTests {
    struct Question: CustomStringConvertible, Sendable {
        let description: String
        let steps: [Browser.Step]
        /// What the page says, in order; all of it must be in its own part of the page.
        let answer: [String]

        init(_ question: String, _ steps: [Browser.Step], _ answer: String...) {
            description = question
            self.steps = steps
            self.answer = answer
        }
    }

    /// Figures are those that the Department for Education and others published.
    static let questions = [
        Question(
            "How many of our measures are on target, and why are the others not judged?", [],
            "133 measures at a glance", "are not judged", "have no target"),
        Question(
            "What should we look at first?", [],
            "What needs attention first", "Got worse", "Long-term placement stability",
            "68.0% for 2024/25, was 75.0% for 2023/24"),
        Question(
            "Which SEND measures got worse since last year?",
            [.follow("SEND scorecard"), .choose(["change": "worse"])],
            "8 of 32 measures: got worse", "Suspensions: SEN support",
            "Attendance: EHC plan, secondary"),
        Question(
            "How far are we from our neighbours on children in care?",
            [.follow("How we compare")],
            "Neighbours median, 2025 model", "Children in care", "75.0 485 of 64,910"),
        Question(
            "Is the poverty gap at Reception closing?",
            [.follow("Gaps between groups of children")],
            "Poverty gap at the end of Reception", "29.2", "29.3 2023/24",
            "narrower only because the better-off group does worse"),
        Question(
            "How many EHC plans were issued in time, and out of how many?",
            [.follow("EHC plans issued within 20 weeks")],
            "7.8", "45 of 574: New EHC plans issued within 20 weeks"),
        Question(
            "Are EHC plans getting slower, or is it chance?",
            [.follow("EHC plans issued within 20 weeks")],
            "Getting worse", "by a test of 6 yearly figures"),
        Question(
            "Is a high figure good for persistent absence?",
            [.search("persistent absence"), .follow("Persistent absence")],
            "Lower is better"),
        Question(
            "How do children on free school meals do beside all children in absence?",
            [.follow("Gaps between groups of children")],
            "Free school meals gap: persistent absence", "36.0%", "16.6%", "Closing"),
        Question(
            "What does amber mean?", [.follow("How we rate measures")],
            "Close to target", "call this amber", "tolerance"),
        Question(
            "Why can I not see a number?", [.follow("How we rate measures")],
            "Small numbers", "[c]"),
        Question(
            "What did young people tell us, and what was done about it?",
            [.follow("You said, we will")],
            "You said", "18% had no explanation of why they were in care", "We will",
            "What we did", "No update yet."),
        Question(
            "Which measures tell whether children feel safe?", [.follow("“I feel safe”")],
            "Child protection plans lasting 2 years or more"),
        Question(
            "Who answers for the SEND Strategy?",
            [.follow("Who is accountable"), .follow("SEND Board")],
            "Leads the work to carry out the SEND Strategy", "Oversees strategies"),
        Question(
            "Which board reports to which?", [.follow("Who is accountable")],
            "Stockport Family Partnership Board", "Start Well and School Readiness Board"),
        Question(
            "Which figures are late?", [.followIn("Figures that are late", "All 15")],
            "Young people with an EHC plan not in education, employment or training",
            "was due by"),
        Question(
            "Which measures have no target?", [.follow("Measures without a target")],
            "25 of 134 measures", "No target"),
        Question(
            "What did we promise care leavers?",
            [.follow("Stockport Corporate Parenting Strategy 2020-2023")],
            "Care leaver priorities", "Housing", "We will",
            "Give a free Greater Manchester bus pass"),
        Question(
            "What came before the Children and Young People Plan?",
            [
                .follow("Children and Young People Plan (2024-2027)"),
                .follow("Stockport Children and Young People Strategy 2020-2023"),
            ], "This strategy has ended", "Replaced by"),
        Question(
            "What will we do to give children the best start?",
            [.follow("A good start and ready for school")],
            "Why it matters", "Joined-up support in the first 1001 days"),
        Question(
            "Can I pin the whole plan on a wall?",
            [
                .follow("Children and Young People Plan (2024-2027)"),
                .follow("On one sheet of paper"),
            ], "Help for families when they need it", "Homes and futures for children in care"),
        Question(
            "How did Early Help stand in each of the last eight quarters?",
            [.follow("Early Help scorecard"), .follow("Eight quarters")],
            "Q1 2026/27", "Q2 2024/25"),
        Question(
            "What does “LAC” mean?",
            [.follow("Help and definitions"), .follow("Glossary")], "Children in care"),
        Question(
            "Are placements of looked after children stable?",
            [.search("LAC placements"), .follow("Long-term placement stability")],
            "68.0", "2024/25 financial year"),
        Question(
            "Who published the figure, and when does the next one come?",
            [.search("key stage 2 reading"), .follow("Key stage 2 reading: expected standard")],
            "Department for Education, Key stage 2 attainment", "is due by"),
        Question(
            "Was this figure changed after it was published?",
            [
                .search("key stage 2 reading"),
                .follow("Key stage 2 reading: expected standard"), .follow("History of changes"),
            ], "79.0% (provisional) became 80.0% (revised)"),
        Question(
            "What changed since last quarter?", [], "What changed since Q4 2025/26"),
        Question(
            "When does scrutiny get its next report?", [.follow("Reports")],
            "No reports have been published yet.", "twice a year"),
        Question(
            "How are boys in poverty doing at the end of Reception?",
            [
                .search("boys poverty"),
                .follow("Good level of development: boys living in poverty"),
            ],
            "In development"),
        Question(
            "Can I have the figures in a spreadsheet?", [.follow("Download data")],
            "Open Government Licence"),
    ]

    @Test(arguments: questions)
    func `a question is answered within three steps`(question: Question) throws {
        var browser = try Browser(TestPortal.real.get())
        for step in question.steps { try browser.take(step) }
        #expect(browser.clicks <= 3)
        let text = browser.main.text
        for words in question.answer {
            #expect(text.contains(words), "“\(words)” on \(browser.address)")
        }
    }

    @Test func `at least twenty questions are asked`() {
        #expect(Self.questions.count >= 20)
    }
}
