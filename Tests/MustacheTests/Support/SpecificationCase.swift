import Mustache
import Synchronization

/// One case of the Mustache specification: a template, values, and what they must give.
struct SpecificationCase {
    let name: String
    let template: String
    let partials: [String: String]
    let value: TemplateValue
    let expected: String

    /// The cases of all tables in some folders of checks.
    static func all(in folders: String...) -> [SpecificationCase] {
        folders.flatMap(Checks.tables(in:)).flatMap { file in
            (file.table["tests"]?.elements ?? []).compactMap { SpecificationCase(file.name, $0) }
        }
    }

    private init?(_ file: String, _ test: JSON) {
        guard let name = test["name"]?.string, let template = test["template"]?.string,
            let expected = test["expected"]?.string, let data = test["data"]
        else { return nil }
        self.name = "\(file): \(name)"
        self.template = template
        self.expected = expected
        partials = Dictionary(
            uniqueKeysWithValues: (test["partials"]?.members ?? []).map {
                ($0.name, $0.value.string ?? "")
            })
        let value = Self.value(data, lambda: Lambdas.named[name])
        self.value =
            Self.undefined[name].map { Self.adding($0.member, to: $0.record, in: value) }
            ?? value
    }

    /// What the case gives, read as the specification says.
    func rendering() throws(TemplateError) -> String {
        let template = try Template(
            name: "template", template, partials: partials, reading: .specification)
        return try template.render(value)
    }

    /// Members that mustache.js gives as `undefined`, which JSON cannot say, by case.
    ///
    /// Left out, they would be looked for in the record around.
    private static let undefined: [String: (record: String, member: String)] = [
        "mustache.js null_lookup_object": (record: "Chris", member: "twitter")
    ]

    /// What the case gives the first time and the second, where all records below the value keep
    /// what was shown of them; `nil` for a case with text that is made when it is shown.
    func rememberedRenderings() throws(TemplateError) -> [String]? {
        guard case .record(let record) = value else { return nil }
        let pairs = record.names.map { ($0, record[$0].flatMap(Self.remembering)) }
        var values: [(String, TemplateValue)] = []
        for case (let name, let value?) in pairs { values.append((name, value)) }
        guard values.count == pairs.count else { return nil }
        let template = try Template(
            name: "template", template, partials: partials, reading: .specification)
        let remembered = TemplateValue.record(TemplateRecord(values))
        return [try template.render(remembered), try template.render(remembered)]
    }

    /// The value with records that keep what was shown of them; `nil` if a lambda is in it.
    private static func remembering(_ value: TemplateValue) -> TemplateValue? {
        switch value {
        case .record(let record):
            let pairs = record.names.compactMap { name in
                record[name].flatMap(remembering).map { (name, $0) }
            }
            guard pairs.count == record.names.count else { return nil }
            return TemplateValue.record(TemplateRecord(pairs)).remembered
        case .list(let values):
            let all = values.compactMap(remembering)
            return all.count == values.count ? .list(all) : nil
        case .lambda: return nil
        case .text, .markup, .integer, .flag, .remembered, .absent: return value
        }
    }

    /// The value, with an absent member in the records that have a certain name.
    private static func adding(
        _ member: String, to name: String, in value: TemplateValue
    ) -> TemplateValue {
        switch value {
        case .record(var record):
            if case .text(name) = record["name"], record[member] == nil {
                record.append(member, .absent)
            }
            return .record(
                TemplateRecord(
                    record.names.map { ($0, adding(member, to: name, in: record[$0] ?? .absent)) }))
        case .list(let values): return .list(values.map { adding(member, to: name, in: $0) })
        case .text, .markup, .integer, .flag, .remembered, .absent, .lambda: return value
        }
    }

    private static func value(_ json: JSON, lambda: (@Sendable (String) -> String)?)
        -> TemplateValue
    {
        switch json {
        case .null: return .absent
        case .flag(let flag): return .flag(flag)
        case .number(let number): return Int(number).map(TemplateValue.integer) ?? .text(number)
        case .text(let text): return .text(text)
        case .list(let values): return .list(values.map { value($0, lambda: lambda) })
        case .object(let members):
            if let lambda, json["__tag__"]?.string == "code" { return .lambda(lambda) }
            return .record(
                TemplateRecord(members.map { ($0.name, value($0.value, lambda: lambda)) }))
        }
    }
}

/// The functions of the specification's cases, which it gives in other languages, by case.
private enum Lambdas {
    static var named: [String: @Sendable (String) -> String] {
        let calls = Counter()
        return [
            "Interpolation": { _ in "world" },
            "Interpolation - Expansion": { _ in "{{planet}}" },
            "Interpolation - Alternate Delimiters": { _ in "|planet| => {{planet}}" },
            "Interpolation - Multiple Calls": { _ in calls.next() },
            "Escaping": { _ in ">" },
            "Section": { $0 == "{{x}}" ? "yes" : "no" },
            "Section - Expansion": { "\($0){{planet}}\($0)" },
            "Section - Alternate Delimiters": { "\($0){{planet}} => |planet|\($0)" },
            "Section - Multiple Calls": { "__\($0)__" },
            "Inverted Section": { _ in "" },
        ]
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> String {
            count.withLock {
                $0 += 1
                return String($0)
            }
        }
    }
}
