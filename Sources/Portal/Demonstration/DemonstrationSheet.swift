extension Sheet {
    /// The rows of a demonstration: each says what it is, since rows are copied without the page
    /// and the name of the file that they are from.
    var ofDemonstration: Sheet {
        Sheet(
            name: "demonstration-\(name)", columns: columns + ["demonstration"],
            rows: rows.map { $0 + ["Demonstration: partly invented"] })
    }
}
