import Mustache

/// A section of a report: what its partial shows, and the same value by value.
protocol ReportPart {
    /// A value for every name that the partial uses, besides `number` and `title`.
    var values: TemplateRecord { get }
    /// Every value, text and rule that is shown, each with a name of its own, so that two
    /// versions can be held against each other.
    var facts: [ReportFact] { get }
}
