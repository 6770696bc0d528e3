import Charts
import Mustache

extension TemplateValue {
    /// A drawing, which a page puts in as it is.
    static func drawing(_ drawing: some SVGDrawing) -> TemplateValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        drawing.append(to: &bytes)
        return .markup(bytes)
    }
}
