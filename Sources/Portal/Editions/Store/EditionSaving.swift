import Scorecard

/// What came of a change of a version's content.
enum EditionSaving {
    /// It is kept; `merged` says whether others had changed something else in the meantime.
    case saved(merged: Bool)
    /// Nothing is kept: others have changed the same fields.
    case clash(EditionClash)
    /// Nothing is kept: the version takes no changes in its state.
    case locked
}

/// A version of which somebody else has changed the same fields in the meantime.
struct EditionClash {
    let version: EditionVersion
    let clashes: [EntryMerge.Clash]
    /// What would be kept, but for the fields that clash.
    let merged: EditionContent
}

extension Visit {
    /// Keeps what somebody typed into some fields of a draft, on the ground of the revision from
    /// which their form was drawn.
    ///
    /// Within a transaction. Fields that are not among `fields` stay as they are.
    func save(
        _ fields: [EditionField: String], of version: EditionVersion, base: Int, by member: Member
    ) throws -> EditionSaving {
        guard version.state == .draft else { return .locked }
        let ground =
            base == version.revision
            ? version.content : try database.content(ofVersion: version.id, at: base)
        guard let ground else { throw Refusal.sentBefore }
        let yours = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.name, $0.value) })
        let merge = EntryMerge(base: ground.typed, theirs: version.content.typed, yours: yours)
        let merged = EditionContent(merge.content)
        guard merge.clashes.isEmpty else {
            return .clash(EditionClash(version: version, clashes: merge.clashes, merged: merged))
        }
        if merged != version.content {
            try database.keep(merged, ofVersion: version.id, by: member.account.id, at: now)
            let changed = merged.typed.differences(from: version.content.typed)
            try record(
                .editionSaved, version.subject,
                before: JSONObject(changed.map { ($0.field.name, $0.old) }),
                after: JSONObject(changed.map { ($0.field.name, $0.new) }))
        }
        return .saved(merged: !merge.taken.isEmpty)
    }

    /// The version of the edition in the address that is being written.
    ///
    /// - Throws: `Refusal.notFound` where there is none.
    func versionInWork() throws -> EditionVersion {
        let slug = try parameter("report")
        let versions = try database.versions(ofEdition: slug)
        if let latest = versions.first, !latest.state.isFrozen { return latest }
        let choices =
            versions.isEmpty
            ? [Links.reports]
            : [
                Link(href: Links.report(slug), label: versions[0].title)
            ]
        throw Refusal.notFound(
            NotFound(
                what: "There is no draft of a report called “\(slug)”.",
                choicesHeading: "Where to look instead", choices: choices))
    }
}

extension EditionVersion {
    /// The version in the audit trail.
    var subject: TrailEntry.Subject {
        TrailEntry.Subject(kind: .report, name: "\(edition.slug)/\(label)")
    }
}
