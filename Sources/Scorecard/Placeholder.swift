enum ScorecardPlaceholder {}
