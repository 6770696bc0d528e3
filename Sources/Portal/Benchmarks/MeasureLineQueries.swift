import SQLite

// How the words of the benchmark tables are kept in columns.

extension AreaKind: SQLConvertible {}
extension LineRole: SQLConvertible {}
extension LineMatch: SQLConvertible {}
