enum SpreadsheetPlaceholder {}
