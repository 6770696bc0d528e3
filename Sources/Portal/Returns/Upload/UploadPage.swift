import Mustache
import Scorecard

/// A file of figures: how far it has been read, what it would do, and what it did.
struct UploadPage: Page {
    static let template = "returns/upload"
    let section: Section? = .returns
    var address: String? { ReturnLinks.upload(upload.id) }
    let summary = "What a file of figures would change, row by row."
    let upload: Upload
    let filter: UploadFilter
    let rows: [UploadRow]
    /// Whether the reader has sent it.
    let isOwn: Bool
    let mayUndo: Bool
    /// When the same file was imported before.
    let importedBefore: Int?
    let faults: FieldFaults

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Link(href: ReturnLinks.returns, label: "Your returns"),
                Link(href: ReturnLinks.uploads, label: "Uploads"),
            ].template,
            "title": .text(title),
            "titleWords": .text(filter.pages.titleWords),
            "name": .text(upload.fileName),
            "size": .text(Self.size(upload.size)),
            "digest": .text(upload.digest),
            "fingerprint": .text(upload.fingerprint),
            "by": .text(isOwn ? "You" : upload.personName),
            "at": .text(MomentWords.dayAndTime(upload.sentAt)),
            "state": .text(upload.state.words),
            "look": .text(upload.state.look),
            "appliedAt": upload.appliedAt.map(MomentWords.dayAndTime).template,
            "undone": upload.state == .undone ? upload.result.template : .absent,
            "newHref": .text(ReturnLinks.newUpload),
            "undoHref": mayUndo ? .text(ReturnLinks.undo(upload.id)) : .absent,
            "discardHref": isOwn && upload.mayBeDiscarded
                ? .text(ReturnLinks.discard(upload.id)) : .absent,
        ]
        values.append(contentsOf: stateValues)
        values.append(contentsOf: progressValues)
        values.append(contentsOf: rowValues)
        values.append(contentsOf: formValues)
        values.append(contentsOf: faults.values)
        return values
    }

    private var title: String {
        switch upload.state {
        case .reading: "Reading \(upload.fileName)"
        case .unreadable: "\(upload.fileName) cannot be read"
        case .previewed: "Check what \(upload.fileName) would change"
        case .applying: "Importing \(upload.fileName)"
        case .applied: "\(upload.fileName) is imported"
        case .undoing: "Undoing \(upload.fileName)"
        case .undone: "\(upload.fileName) is undone"
        case .discarded: "\(upload.fileName) is discarded"
        }
    }

    private var stateValues: TemplateRecord {
        [
            "isAtWork": .flag(upload.state.isAtWork),
            "isUnreadable": .flag(upload.state == .unreadable),
            "isPreviewed": .flag(upload.state == .previewed),
            "isApplied": .flag(upload.state == .applied),
            "isDiscarded": .flag(upload.state == .discarded),
            "problem": upload.problem.template,
            "returnsHref": .text(ReturnLinks.returns),
            "notes": .list((upload.state == .unreadable ? [] : upload.notes).map { .text($0) }),
        ]
    }

    private var progressValues: TemplateRecord {
        let unit = upload.state == .reading ? "row" : "figure"
        let done = Self.grouped(upload.done)
        let words =
            upload.total.map { "\(done) of \(Self.grouped($0)) \(unit)s" }
            ?? (upload.done == 0 ? "Begun" : "\(done) \(unit)s so far")
        // The drawing is 100 wide.
        let part = upload.total.map { $0 > 0 ? min(100, upload.done * 100 / $0) : 0 }
        return [
            "progressWords": .text(words), "progressDone": .integer(part ?? 0),
            "hasProgress": .flag(part != nil),
        ]
    }

    private var rowValues: TemplateRecord {
        let label = filter.outcome.map { "\($0.words) rows" } ?? "All rows"
        var values: TemplateRecord = [
            "hasRows": .flag(!rows.isEmpty),
            "caption": .text("\(label): \(Self.grouped(filter.pages.count))"),
            "views": .list(views),
            "hasViews": .flag(upload.counts.all > 0 && !upload.state.isAtWork),
            "rows": .list(rows.map(\.template)),
            "new": .text(Self.grouped(upload.counts.new)),
            "changed": .text(Self.grouped(upload.counts.changed)),
            "unchanged": .text(Self.grouped(upload.counts.unchanged)),
            "refused": .text(Self.grouped(upload.counts.refused)),
        ]
        values.append(
            contentsOf: filter.pages.values(filter.address, label: "Pages of rows"))
        return values
    }

    /// The rows by what they would do, each with how many there are.
    private var views: [TemplateValue] {
        let all = AddressQuery(path: ReturnLinks.upload(upload.id), [])
        let outcomes: [UploadOutcome] = [.refused, .changed, .new, .unchanged]
        let choices: [(UploadOutcome?, String, Int)] =
            [(nil, "All", upload.counts.all)]
            + outcomes.map { ($0, $0.words, upload.counts[$0]) }
        return choices.filter { $0.0 == nil || $0.2 > 0 }.map { outcome, words, count in
            [
                "href": .text(all.with("rows", outcome?.rawValue).text),
                "label": .text("\(words) (\(Self.grouped(count)))"),
                "current": .flag(outcome == filter.outcome),
            ]
        }
    }

    private var formValues: TemplateRecord {
        let count = upload.counts.effective
        let isOpen = upload.state == .previewed && isOwn && count > 0
        return [
            "mayApply": .flag(isOpen),
            "hasNothing": .flag(upload.state == .previewed && count == 0),
            "action": .text(ReturnLinks.upload(upload.id)),
            "button": .text("Import \(Self.grouped(count)) \(count == 1 ? "row" : "rows")"),
            "previews": .integer(upload.previews),
            "hasRefused": .flag(upload.counts.refused > 0),
            "leaveOut": .text(
                "Leave out the \(upload.counts.refused == 1 ? "refused row" : "\(Self.grouped(upload.counts.refused)) refused rows")"
            ),
            "leaveOutFault": faults[UploadApplyForm.leaveOutField].template,
            "importedBefore": importedBefore.map(MomentWords.dayAndTime).template,
        ]
    }

    /// A count with its thousands apart.
    static func grouped(_ count: Int) -> String {
        FixedDecimal(exactly: count).map { $0.formatted(decimals: 0) } ?? String(count)
    }

    private static func size(_ bytes: Int) -> String {
        if bytes < 1_024 { return bytes.counted("byte") }
        if bytes < 1 << 20 { return "\(bytes >> 10) KB" }
        return "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}

extension UploadRow {
    fileprivate var template: TemplateValue {
        [
            "number": .text(UploadPage.grouped(number)),
            "measure": .text(title ?? measure),
            "code": title == nil ? .absent : .text(measure),
            "period": .text(Period(period)?.shortLabel ?? period),
            "group": (groupLabel ?? (breakdown.isEmpty ? nil : breakdown)).template,
            "outcome": .text(outcome.words),
            "look": .text(outcome.look),
            "isUnchanged": .flag(outcome == .unchanged),
            "cells": .list(ordered.map(cell)),
            "refusals": .list(
                refusals.map { column, words in
                    .text("Row \(number): \(words). Column: \(column.title)")
                }),
        ]
    }

    /// The fields in the order of the template's columns.
    private var ordered: [String] {
        names.map { (UploadColumn(filling: EntryField(name: $0)), $0) }
            .sorted { ($0.0?.rawValue ?? .max) < ($1.0?.rawValue ?? .max) }.map(\.1)
    }

    private func cell(_ name: String) -> TemplateValue {
        let field = EntryField(name: name)
        let (old, new) = (before[field], fields[field])
        return [
            "label": .text(UploadColumn(filling: field)?.title ?? name),
            "isNew": .flag(old.isEmpty),
            "isCleared": .flag(new.isEmpty),
            "old": .text(field.shown(old)),
            "value": .text(field.shown(new)),
        ]
    }
}

extension EntryField {
    /// A text of the field as pages show it.
    fileprivate func shown(_ text: String) -> String {
        switch self {
        case .figure: EntryFlag(rawValue: text)?.words ?? text
        case .progress: ActionState(rawValue: text)?.words ?? text
        default: text
        }
    }
}
