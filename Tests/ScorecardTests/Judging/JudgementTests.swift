import Scorecard
import Testing

@Suite struct JudgementTests {
    private let high = MeasureTerms(polarity: .highIsGood)

    private func status(
        _ latest: Figure?, _ targets: [Target], _ measure: MeasureTerms? = nil,
        on date: String = "2026-09-30"
    ) throws -> TargetStatus {
        Judgement(of: latest, for: measure ?? high, against: targets, on: try day(date)).status
    }

    @Test(arguments: [
        (
            MeasureStatus.inDevelopment, Polarity.context, MeasureKind.named,
            TargetStatus.inDevelopment
        ),
        (.toBeDefined, .highIsGood, .context, .toBeDefined),
        (.active, .context, .named, .contextOnly), (.active, .lowIsGood, .context, .contextOnly),
        (.active, .highIsGood, .fact, .onTarget), (.archived, .highIsGood, .implied, .onTarget),
        (.active, .unconfirmed, .derived, .onTarget),
    ])
    func `what the measure is comes before its figure`(
        status: MeasureStatus, polarity: Polarity, kind: MeasureKind, expected: TargetStatus
    ) throws {
        let measure = MeasureTerms(status: status, polarity: polarity, kind: kind)
        let target = try Target(.atLeast("5"))
        #expect(try self.status(figure("2026-27-Q2", "5"), [target], measure) == expected)
    }

    @Test(arguments: [
        (MeasureStatus.inDevelopment, Polarity.highIsGood, TargetStatus.inDevelopment),
        (.toBeDefined, .highIsGood, .toBeDefined), (.active, .context, .contextOnly),
    ])
    func `a measure that is not judged awaits no data and says nothing of withheld figures`(
        status: MeasureStatus, polarity: Polarity, expected: TargetStatus
    ) throws {
        let measure = MeasureTerms(status: status, polarity: polarity)
        #expect(try self.status(nil, [], measure) == expected)
        #expect(try self.status(figure("2026-27-Q2", nil, .confidential), [], measure) == expected)
    }

    @Test func `a measure without a figure awaits data, with or without a target`() throws {
        let target = try Target(.atLeast("5"))
        #expect(try status(nil, []) == .awaitingData)
        #expect(try status(nil, [target]) == .awaitingData)
        #expect(try status(figure("2026-27-Q2", nil, .notAvailable), [target]) == .awaitingData)
        #expect(try status(figure("2026-27-Q2", nil), [target]) == .awaitingData)
    }

    @Test func `a suppressed figure is never judged, even where its value is at hand`() throws {
        let target = try Target(.atLeast("5"))
        #expect(try status(figure("2026-27-Q2", nil, .confidential), [target]) == .suppressed)
        #expect(try status(figure("2026-27-Q2", "9", .confidential), [target]) == .suppressed)
        #expect(try status(figure("2026-27-Q2", nil, .confidential), []) == .suppressed)
    }

    @Test func `a figure of low reliability is judged`() throws {
        let target = try Target(.atLeast("5"))
        #expect(try status(figure("2026-27-Q2", "4", .lowReliability), [target]) == .offTarget)
    }

    @Test func `without any target there is none, however old the figure`() throws {
        #expect(try status(figure("2026-27-Q2", "5"), []) == .noTarget)
        #expect(try status(figure("2015-16-FY", "5"), []) == .noTarget)
    }

    // The rows of a target's life: the figure, the target's first and last day,
    // the reporting day, and the status.
    @Test(
        arguments: [
            // A dated target of the SEND strategy, years later.
            ("2024-25-AY", nil, "2020-07-31", "2026-09-30", TargetStatus.targetExpired),
            // The same with the figure it was set beside: of its time, and old.
            ("2018-19-AY", nil, "2020-07-31", "2026-09-30", .targetExpired),
            // At the time.
            ("2018-19-AY", nil, "2020-07-31", "2019-12-31", .onTarget),
            // The results of a school year come out after the year's target ended.
            ("2025-26-AY", "2025-09-01", "2026-08-31", "2026-12-31", .onTarget),
            // A quarter's target does not judge the next quarter.
            ("2026-27-Q2", "2026-04-01", "2026-06-30", "2026-09-30", .targetExpired),
            // A target still to begin.
            ("2026-27-Q2", "2027-04-01", nil, "2026-09-30", .tooEarly),
            ("2018-19-AY", "2027-04-01", nil, "2026-09-30", .tooEarly),
            // A target that began after the only figure, which is still current, or old.
            ("2025-26-FY", "2026-09-01", nil, "2026-09-30", .tooEarly),
            ("2018-19-AY", "2026-09-01", nil, "2026-09-30", .noNewData),
            // A target begun after the figure, and over since, with and without the next.
            ("2019-20-FY", "2022-04-01", "2023-03-31", "2026-06-30", .targetExpired),
            ("2023-24-AY", "2025-04-01", "2026-03-31", "2026-06-30", .targetExpired),
            // Last quarter's figure under a target in force.
            ("2026-27-Q1", "2026-04-01", "2027-03-31", "2026-09-30", .noNewData),
            ("2026-27-Q1", nil, nil, "2026-09-30", .noNewData),
            ("2026-27-Q1", nil, nil, "2026-06-30", .onTarget),
            // The edges of a target's time.
            ("2026-27-Q1", "2026-06-30", "2026-06-30", "2026-06-30", .onTarget),
            ("2026-27-Q1", "2026-07-01", nil, "2026-06-30", .tooEarly),
            ("2026-27-Q1", nil, "2026-06-29", "2026-06-30", .targetExpired),
        ] as [(String, String?, String?, String, TargetStatus)])
    func `a target speaks for the figures of its own time`(
        code: String, starts: String?, ends: String?, date: String, expected: TargetStatus
    ) throws {
        let target = try Target(.atLeast("5"), from: starts.map(day), to: ends.map(day))
        #expect(try status(figure(code, "5"), [target], on: date) == expected)
    }

    @Test func `of several targets the one that began last judges`() throws {
        let always = try Target(.atLeast("1"))
        let year = try Target(.atLeast("5"), from: day("2026-04-01"), to: day("2027-03-31"))
        let quarter = try Target(.atLeast("9"), from: day("2026-04-01"), to: day("2026-09-30"))
        let old = try Target(.atLeast("2"), to: day("2020-03-31"))
        let next = try Target(.atLeast("20"), from: day("2027-04-01"))
        let figure = try figure("2026-27-Q2", "6")
        for targets in [[always, year, quarter, old, next], [next, old, quarter, year, always]] {
            let judgement = Judgement(
                of: figure, for: high, against: targets, on: try day("2026-09-30"))
            #expect(judgement.target == quarter)
            #expect(judgement.status == .offTarget)
            #expect(judgement.verdict?.shortfall == "3")
        }
        let passed = Judgement(
            of: figure, for: high,
            against: [old, try Target(.atLeast("3"), to: day("2025-03-31"))],
            on: try day("2026-09-30"))
        #expect(passed.status == .targetExpired)
        #expect(passed.target?.ends == (try day("2025-03-31")))
    }

    @Test func `of several targets still to begin the first is told`() throws {
        let next = try Target(.atLeast("20"), from: day("2027-04-01"))
        let later = try Target(.atLeast("30"), from: day("2028-04-01"))
        for targets in [[next, later], [later, next]] {
            let judgement = Judgement(
                of: try figure("2026-27-Q2", "6"), for: high, against: targets,
                on: try day("2026-09-30"))
            #expect(judgement.status == .tooEarly)
            #expect(judgement.target == next)
        }
    }

    @Test func `a trajectory is too early before its first milestone`() throws {
        let milestone = Trajectory.Milestone(day: try day("2026-12-31"), value: "5")
        let trajectory = try #require(Trajectory(.atLeast, .listed, [milestone]))
        let target = try Target(.trajectory(trajectory))
        #expect(try status(figure("2026-27-Q2", "5"), [target]) == .tooEarly)
        #expect(try status(figure("2026-27-Q3", "5"), [target], on: "2026-12-31") == .onTarget)
    }

    // The results of a school year come out months after it; by then a milestone has passed.
    @Test(arguments: [
        ("2025-12-31", "5", TargetStatus.onTarget), ("2025-12-31", "4.9", .offTarget),
        ("2025-08-31", "5", .onTarget),
    ])
    func `a figure is held against the milestone of its own period, however late it comes`(
        date: String, value: String, expected: TargetStatus
    ) throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2025-08-31"), value: "5"),
            Trajectory.Milestone(day: try day("2025-12-01"), value: "10"),
        ]
        let trajectory = try #require(Trajectory(.atLeast, .listed, milestones))
        let judgement = Judgement(
            of: try figure("2024-25-AY", FixedDecimal(value)), for: high,
            against: [try Target(.trajectory(trajectory))], on: try day(date))
        #expect(judgement.status == expected)
        #expect(judgement.verdict?.bound == "5")
    }

    @Test func `a figure is shown with the places at which it keeps its status`()
        throws
    {
        let format = FigureFormat(kind: .percentage, decimals: 1)
        let target = try Target(.atLeast("91.5"), tolerance: .absolute("1"))
        for (value, text) in [
            ("91.46", "91.46%"), ("91.54", "91.5%"), ("90", "90.0%"), ("90.49", "90.49%"),
            ("90.449", "90.4%"), ("90.5", "90.5%"), ("91.499999", "91.499999%"),
        ] {
            let value = try #require(FixedDecimal(value))
            let judgement = Judgement(
                of: try figure("2026-27-Q2", value), for: high, against: [target],
                on: try day("2026-09-30"))
            #expect(format.text(value, judged: judgement) == text)
        }
    }
}
