/// What the styles of a workbook make of numbers (ECMA-376 part 1, 18.8).
struct XLSXStyles: Sendable {
    private var kinds: [NumberKind] = []

    init(_ part: ZipPart?, _ limits: WorkbookLimits) throws(SheetError) {
        guard let part else { return }
        var xml = XMLReader(part, limits: limits)
        var custom: [Int: NumberKind] = [:]
        var isInCellFormats = false
        while case let event = try xml.next(), event != .finished {
            switch (event, xml.name) {
            case (.start, .numFmt) where xml.depth == 3:
                guard custom.count < 20_000, let id = try xml.number(of: .numFmtId),
                    let code = try xml.string(of: .formatCode)
                else { continue }
                custom[id] = NumberKind(code: code)
            case (.start, .cellXfs), (.end, .cellXfs): isInCellFormats = event == .start
            case (.start, .xf) where isInCellFormats:
                let id = try xml.number(of: .numFmtId) ?? 0
                kinds.append(custom[id] ?? NumberKind(builtIn: id))
            default: continue
            }
        }
    }

    /// What a style makes of a number; `nil` if there is no such style.
    func kind(_ style: Int) -> NumberKind? {
        if kinds.isEmpty { return .plain }
        return kinds.indices.contains(style) ? kinds[style] : nil
    }
}
