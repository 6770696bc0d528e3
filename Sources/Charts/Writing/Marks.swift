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
        markup("<path")
        attribute("class", look)
        markup(" d=\"M")
        number(centre.x)
        append(UInt8(ascii: " "))
        number(centre.y - radius)
        for (down, across) in [(radius, radius), (radius, -radius), (-radius, -radius)] {
            append(UInt8(ascii: "l"))
            number(across)
            append(UInt8(ascii: " "))
            number(down)
        }
        markup("z\"/>")
    }

    /// Writes a triangle that stands on its base, `radius` to either side.
    mutating func triangle(_ look: String, at centre: Place, radius: Double) {
        markup("<path")
        attribute("class", look)
        markup(" d=\"M")
        number(centre.x)
        append(UInt8(ascii: " "))
        number(centre.y - radius)
        append(UInt8(ascii: "l"))
        number(radius)
        append(UInt8(ascii: " "))
        number(radius * 2 - 1)
        append(UInt8(ascii: "h"))
        number(-2 * radius)
        markup("z\"/>")
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
