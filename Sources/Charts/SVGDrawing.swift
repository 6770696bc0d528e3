/// A picture that writes itself as inline SVG.
///
/// Geometry stands in attributes and looks in classes, so a page that forbids inline styles can
/// show it. A drawing that has nothing to show writes nothing.
public protocol SVGDrawing: Sendable {
    /// Writes the drawing at the end of `page`, as UTF-8.
    func append(to page: inout [UInt8])
}

extension SVGDrawing {
    /// The drawing as text, empty when there is nothing to draw.
    public func svg() -> String {
        var page: [UInt8] = []
        append(to: &page)
        return String(decoding: page, as: UTF8.self)
    }
}
