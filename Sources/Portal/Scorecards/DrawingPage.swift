import Charts
import Mustache

extension TemplateValue {
    /// Room for a chart of the width of a page, drawn twice.
    static let chartRoom = 16_384

    /// A drawing, which a page puts in as it is; `room` is for so many bytes as it is likely to
    /// take: more of them are copied while it grows.
    static func drawing(_ drawing: some SVGDrawing, room: Int = 512) -> TemplateValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room)
        drawing.append(to: &bytes)
        return .markup(bytes)
    }
}
