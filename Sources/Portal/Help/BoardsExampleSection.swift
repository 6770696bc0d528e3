import Charts
import Mustache

/// Made-up boards and whom they report to.
enum BoardsExampleSection {
    static var boards: TemplateValue {
        .drawing(
            GovernancePicture(
                id: "boards-example", title: "An example of who reports to whom",
                boards: [
                    GovernancePicture.Board("a", ["Board A"]),
                    GovernancePicture.Board("b", ["Board B"], reportsTo: ["a"]),
                    GovernancePicture.Board("c", ["Group C"], reportsTo: ["b"]),
                    GovernancePicture.Board("d", ["Board D"], reportsTo: ["a"]),
                ]))
    }
}
