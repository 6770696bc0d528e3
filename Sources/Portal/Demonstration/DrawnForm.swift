/// A form as a page of the portal has drawn it, to be filled in and sent as a browser would.
struct DrawnForm {
    private enum Kind: Equatable {
        /// Holds a text, which may be hidden.
        case text
        /// A box or one of several circles.
        case choice(isChosen: Bool)
        /// A list of which one is chosen.
        case list([String])
        /// Sends the form.
        case button(isPressed: Bool)
    }

    private struct Control {
        let name: String
        var value: String
        var kind: Kind
    }

    /// Where it is sent.
    let action: String
    private var controls: [Control] = []

    /// The forms of a page that are sent by POST, in their order.
    static func all(_ page: [UInt8], at address: String) -> [DrawnForm] {
        var tags = DrawnTags(page)
        var forms: [DrawnForm] = []
        while let tag = tags.next() {
            guard tag.name == "form", !tag.isEnd, tag.attributes["method"] == "post" else {
                continue
            }
            forms.append(DrawnForm(&tags, action: tag.attributes["action"] ?? address))
        }
        return forms
    }

    private init(_ tags: inout DrawnTags, action: String) {
        self.action = action
        var isInList = false
        while let tag = tags.next(), !(tag.name == "form" && tag.isEnd) {
            if tag.name == "select" { isInList = !tag.isEnd }
            if tag.isEnd { continue }
            if tag.name == "option" {
                // What is only proposed beside a text is in no list.
                if isInList { addOption(tag) }
            } else if let name = tag.attributes["name"] {
                add(name, tag, &tags)
            }
        }
    }

    private mutating func add(_ name: String, _ tag: DrawnTags.Tag, _ tags: inout DrawnTags) {
        let value = tag.attributes["value"]
        let isChosen = tag.attributes["checked"] != nil
        switch (tag.name, tag.attributes["type"] ?? "") {
        case ("input", "checkbox"), ("input", "radio"):
            let kind = Kind.choice(isChosen: isChosen)
            controls.append(Control(name: name, value: value ?? "on", kind: kind))
        case ("button", _):
            let kind = Kind.button(isPressed: false)
            controls.append(Control(name: name, value: value ?? "", kind: kind))
        case ("input", "file"): break
        case ("input", _):
            controls.append(Control(name: name, value: value ?? "", kind: .text))
        case ("textarea", _):
            var text = tags.text()
            if text.hasPrefix("\n") { text.removeFirst() }
            controls.append(Control(name: name, value: text, kind: .text))
        case ("select", _): controls.append(Control(name: name, value: "", kind: .list([])))
        default: break
        }
    }

    /// An option belongs to the list before it, whose first one is chosen unless another is.
    private mutating func addOption(_ tag: DrawnTags.Tag) {
        guard let last = controls.indices.last, case .list(let options) = controls[last].kind
        else { return }
        let value = tag.attributes["value"] ?? ""
        controls[last].kind = .list(options + [value])
        if options.isEmpty || tag.attributes["selected"] != nil { controls[last].value = value }
    }

    /// Whether it has a control of that name.
    func has(_ name: String) -> Bool { controls.contains { $0.name == name } }

    /// The values of boxes and buttons with a name, whether chosen or not.
    func choices(_ name: String) -> [String] {
        controls.filter { $0.name == name }.map(\.value)
    }

    /// The names of all that can be filled in.
    var names: [String] {
        var seen: Set<String> = []
        return controls.map(\.name).filter { seen.insert($0).inserted }
    }

    /// Types a text, chooses from a list, presses a button, or ticks the boxes whose values are
    /// the lines of `text` and no others.
    ///
    /// - Throws: `DemonstrationFault` for what nobody could do on the page.
    mutating func fill(_ name: String, _ text: String) throws {
        let places = controls.indices.filter { controls[$0].name == name }
        guard let first = places.first else {
            throw DemonstrationFault(
                "the form to \(action) has no «\(name)»; it has \(names.joined(separator: ", "))")
        }
        switch controls[first].kind {
        case .text: controls[first].value = text
        case .list(let options):
            guard options.contains(text) else { throw refused(name, text, options) }
            controls[first].value = text
        case .choice, .button:
            let lines = Set(text.split(separator: "\n").map(String.init))
            let offered = places.map { controls[$0].value }
            guard lines.isSubset(of: offered) else { throw refused(name, text, offered) }
            for place in places { choose(place, lines.contains(controls[place].value)) }
        }
    }

    private mutating func choose(_ place: Int, _ isChosen: Bool) {
        switch controls[place].kind {
        case .choice: controls[place].kind = .choice(isChosen: isChosen)
        case .button: controls[place].kind = .button(isPressed: isChosen)
        case .text, .list: break
        }
    }

    private func refused(_ name: String, _ text: String, _ options: [String]) -> DemonstrationFault
    {
        DemonstrationFault(
            "«\(name)» of the form to \(action) does not offer «\(text)» but "
                + options.joined(separator: ", "))
    }

    /// What is sent: boxes that are not ticked say nothing.
    var pairs: [(name: String, value: String)] {
        controls.filter { control in
            switch control.kind {
            case .text, .list: true
            case .choice(let isChosen), .button(let isChosen): isChosen
            }
        }.map { ($0.name, $0.value) }
    }

    /// The content of the request that sends it (URL standard, 5.2).
    var body: [UInt8] {
        let texts = pairs.map {
            AddressQuery.escaped($0.name) + "=" + AddressQuery.escaped($0.value)
        }
        return Array(texts.joined(separator: "&").utf8)
    }
}
