/// The kinds of period that figures are for.
///
/// The raw value is the word of the catalogue's columns.
public enum PeriodKind: String, CaseIterable, Sendable {
    /// `2026-27-Q1`.
    case financialQuarter = "FQ"
    /// `2026-27-FY`.
    case financialYear = "FY"
    /// `2025-26-AY`.
    case academicYear = "AY"
    /// `2025-26-T1`, each containing the terms before it.
    case cumulativeTerm = "TERM"
    /// `2024-25-AUT`, a term by itself.
    case schoolTerm = "SCHOOL-TERM"
    /// `2025-CY`.
    case calendarYear = "CY"
    /// `2021-24-P3`.
    case pooledYears = "P3"
    /// `2026-09-30`.
    case snapshot = "SNAP"
    /// `2026-09`.
    case month = "MONTH"
}
