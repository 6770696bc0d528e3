/// What a route asks of its reader.
///
/// Every route names one, so that a page is never open by oversight.
enum Permission: CaseIterable {
    /// Published pages, open to everybody.
    case readPublished

    func allows(_ reader: Reader) -> Bool {
        switch self {
        case .readPublished: true
        }
    }
}

/// Who asks.
enum Reader: Equatable {
    /// Somebody who has not signed in.
    case visitor
}
