/// A place in a drawing, in the units of its viewBox.
struct Place: Equatable {
    var x: Double
    var y: Double
}

// The few marks that all the charts are made of. Class names belong to `portal.css`.
extension [UInt8] {
    mutating func line(_ look: String, from start: Place, to end: Place) {
        markup("<line")
        attribute("class", look)
        attribute("x1", start.x)
        attribute("y1", start.y)
        attribute("x2", end.x)
        attribute("y2", end.y)
        markup("/>")
    }

    /// Writes a line through `places`; a single place becomes a dot as thick as the line.
    mutating func polyline(_ look: String, through places: [Place]) {
        guard let first = places.first else { return }
        markup("<polyline")
        attribute("class", look)
        markup(" points=\"")
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
        markup("<circle")
        attribute("class", look)
        attribute("cx", centre.x)
        attribute("cy", centre.y)
        attribute("r", radius)
        markup("/>")
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
        markup("<polygon")
        attribute("class", look)
        markup(" points=\"")
        for (index, corner) in corners.enumerated() {
            if index > 0 { append(UInt8(ascii: " ")) }
            point(corner.x, corner.y)
        }
        markup("\"/>")
    }

    private mutating func path(_ look: String, _ steps: (inout [UInt8]) -> Void) {
        markup("<path")
        attribute("class", look)
        markup(" d=\"")
        steps(&self)
        markup("\"/>")
    }

    private mutating func move(to place: Place) {
        markup("M")
        number(place.x)
        append(UInt8(ascii: " "))
        number(place.y)
    }

    private mutating func step(across: Double, down: Double) {
        markup("l")
        number(across)
        append(UInt8(ascii: " "))
        number(down)
    }

    mutating func square(_ look: String, at centre: Place, radius: Double) {
        let side = radius * 2
        rectangle(
            look, at: Place(x: centre.x - radius, y: centre.y - radius), width: side, height: side)
    }

    mutating func rectangle(_ look: String, at corner: Place, width: Double, height: Double) {
        markup("<rect")
        attribute("class", look)
        attribute("x", corner.x)
        attribute("y", corner.y)
        attribute("width", width)
        attribute("height", height)
        markup("/>")
    }

    /// Writes `words` with their baseline at `place`; an empty look needs no class.
    mutating func text(_ words: String, _ look: String = "", at place: Place) {
        markup("<text")
        if !look.isEmpty { attribute("class", look) }
        attribute("x", place.x)
        attribute("y", place.y)
        markup(">")
        escaped(words)
        markup("</text>")
    }
}
