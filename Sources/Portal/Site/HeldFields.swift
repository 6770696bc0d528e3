import HTTPServer

extension Visit {
    /// What was typed into this page's form before its session ended, if it was kept.
    var heldFields: Query? { nil }
}
