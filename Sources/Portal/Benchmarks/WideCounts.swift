/// How far the reading of a file is.
package struct WideProgress {
    /// The rows read.
    package let rows: Int
    /// The bytes of the file read.
    package let read: Int
    /// All its bytes.
    package let size: Int
}

/// What was loaded of a file and what was not.
package struct WideCounts: Equatable {
    /// The rows of the file.
    package internal(set) var rows = 0
    /// The rows that were loaded.
    package internal(set) var figures = 0
    /// Those of them that another version has replaced.
    package internal(set) var superseded = 0
    /// The rows left out because the folder's files say what is told of that series and area.
    package internal(set) var listed = 0
    /// The rows left out because they are for a week or another time that no period tells.
    package internal(set) var untold = 0
    /// The figures withheld because of small numbers.
    package internal(set) var withheld = 0
    /// The areas of the file.
    package internal(set) var areas = 0
    /// The series of the file.
    package internal(set) var series = 0
}
