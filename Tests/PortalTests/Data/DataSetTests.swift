import Testing

@testable import Portal

@Suite struct DataSetTests {
    @Test(arguments: [
        ("figures.csv", DataSet.figures), ("strategies.csv", .strategies),
        ("scorecard-goal-1.csv", .scorecard("goal-1")), ("measure-a.csv", .measure("a")),
        ("measures.csv", .measures),
    ])
    func `a file's name says which set it is`(file: String, set: DataSet) {
        #expect(DataFile(file)?.set == set)
        #expect(set.name + ".csv" == file)
    }

    @Test(arguments: ["", ".csv", "figures", "figures.csv.csv", "goal-1.csv", "Figures.csv"])
    func `what is no set's name is none`(_ file: String) {
        #expect(DataFile(file) == nil)
    }
}
