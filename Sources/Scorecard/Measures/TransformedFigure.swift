extension Figure {
    /// The measure's own figure, made from this one as it was published.
    ///
    /// What is printed beside it stays, and so does a marker in its place.
    @inlinable public func transformed(by transform: FigureTransform, isLocal: Bool) -> Figure {
        transform == .none ? self : made(by: transform, isLocal: isLocal)
    }

    @usableFromInline func made(by transform: FigureTransform, isLocal: Bool) -> Figure {
        let own = transform.applied(
            to: PublishedFigure(value: value, numerator: numerator, denominator: denominator),
            isLocal: isLocal)
        return Figure(
            period: period, value: own.value, numerator: own.numerator,
            denominator: own.denominator, status: status, marker: marker)
    }
}
