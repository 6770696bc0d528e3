/// A place in a drawing, in the units of its viewBox.
struct Place: Equatable {
    var x: Double
    var y: Double
}

// The few marks that all the charts are made of. Class names belong to `portal.css`.
extension [UInt8] {
    mutating func line(_ look: String, from start: Place, to end: Place) {
        mark(
            "line", look, [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)],
            end: "/>")
    }

    /// Writes a line through `places`; a single place becomes a dot as thick as the line.
    mutating func polyline(_ look: String, through places: [Place]) {
        guard let first = places.first else { return }
        mark("polyline", look, end: " points=\"")
        for (index, place) in places.enumerated() {
            if index > 0 { append(UInt8(ascii: " ")) }
            point(place.x, place.y)
        }
        // A round cap shows a line without length, but not a line of one point.
        if places.count == 1 {
            append(UInt8(ascii: " "))
            point(first.x, first.y)
        }
        markup("\"/>")
    }

    mutating func point(_ x: Double, _ y: Double) {
        append(addingCapacity: 2 * Double.longestNumber + 1) { $0.point(x, y) }
    }

    mutating func circle(_ look: String, at centre: Place, radius: Double) {
        mark("circle", look, [("cx", centre.x), ("cy", centre.y), ("r", radius)], end: "/>")
    }

    mutating func diamond(_ look: String, at centre: Place, radius: Double) {
        path(look) { page in
            page.move(to: Place(x: centre.x, y: centre.y - radius))
            page.step(across: radius, down: radius)
            page.step(across: -radius, down: radius)
            page.step(across: -radius, down: -radius)
            page.markup("z")
        }
    }

    /// Writes a triangle that stands on its base, `radius` to either side.
    mutating func triangle(_ look: String, at centre: Place, radius: Double) {
        path(look) { page in
            page.move(to: Place(x: centre.x, y: centre.y - radius))
            page.step(across: radius, down: radius * 2 - 1)
            page.markup("h")
            page.number(-2 * radius)
            page.markup("z")
        }
    }

    mutating func cross(_ look: String, at centre: Place, radius: Double) {
        let size = radius * 2
        path(look) { page in
            page.move(to: Place(x: centre.x - radius, y: centre.y - radius))
            page.step(across: size, down: size)
            page.move(to: Place(x: centre.x + radius, y: centre.y - radius))
            page.step(across: -size, down: size)
        }
    }

    /// Writes an upright line with a short bar at both ends.
    mutating func whisker(_ look: String, at x: Double, from first: Double, to last: Double) {
        let half = 3.5
        path(look) { page in
            page.move(to: Place(x: x - half, y: first))
            page.step(across: half * 2, down: 0)
            page.move(to: Place(x: x, y: first))
            page.step(across: 0, down: last - first)
            page.move(to: Place(x: x - half, y: last))
            page.step(across: half * 2, down: 0)
        }
    }

    /// Writes a point at `tip`, of a line that comes from `across` or `down` of it.
    mutating func arrow(_ look: String, to tip: Place, across: Double, down: Double) {
        let half = 4.0
        let base = Place(x: tip.x + across, y: tip.y + down)
        polygon(
            look,
            [
                tip,
                Place(x: base.x + (across == 0 ? half : 0), y: base.y + (down == 0 ? half : 0)),
                Place(x: base.x - (across == 0 ? half : 0), y: base.y - (down == 0 ? half : 0)),
            ])
    }

    /// Writes the ground between `corners`.
    mutating func polygon(_ look: String, _ corners: [Place]) {
        mark("polygon", look, end: " points=\"")
        for (index, corner) in corners.enumerated() {
            if index > 0 { append(UInt8(ascii: " ")) }
            point(corner.x, corner.y)
        }
        markup("\"/>")
    }

    private mutating func path(_ look: String, _ steps: (inout [UInt8]) -> Void) {
        mark("path", look, end: " d=\"")
        steps(&self)
        markup("\"/>")
    }

    private mutating func move(to place: Place) {
        step(UInt8(ascii: "M"), place.x, place.y)
    }

    private mutating func step(across: Double, down: Double) {
        step(UInt8(ascii: "l"), across, down)
    }

    private mutating func step(_ letter: UInt8, _ x: Double, _ y: Double) {
        append(addingCapacity: 2 * Double.longestNumber + 2) { page in
            page.append(letter)
            page.number(x)
            page.append(UInt8(ascii: " "))
            page.number(y)
        }
    }

    mutating func square(_ look: String, at centre: Place, radius: Double) {
        let side = radius * 2
        rectangle(
            look, at: Place(x: centre.x - radius, y: centre.y - radius), width: side, height: side)
    }

    mutating func rectangle(_ look: String, at corner: Place, width: Double, height: Double) {
        mark(
            "rect", look,
            [("x", corner.x), ("y", corner.y), ("width", width), ("height", height)], end: "/>")
    }

    /// Writes `words` with their baseline at `place`; an empty look needs no class.
    mutating func text(_ words: String, _ look: String = "", at place: Place) {
        mark("text", look, [("x", place.x), ("y", place.y)], end: ">")
        escaped(words)
        markup("</text>")
    }
}
