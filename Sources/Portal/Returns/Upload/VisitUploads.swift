import Scorecard

/// What handlers of uploads ask and do.
extension Visit {
    /// The upload that the address names, for who sent it or, once it was imported, for a lead of
    /// all its measures.
    func upload(for member: Member) throws -> Upload {
        let text = try parameter("upload")
        guard let id = Int64(text),
            "\(id)" == text, let upload = try database.upload(id),
            try visible([upload], to: member).count == 1
        else { throw Refusal.noUpload }
        return upload
    }

    /// The same for who sent it alone.
    func ownUpload(of member: Member) throws -> Upload {
        let upload = try upload(for: member)
        guard upload.person == member.account.id else { throw Refusal.noUpload }
        return upload
    }

    /// Those that a member may see.
    func visible(_ uploads: [Upload], to member: Member) throws -> [Upload] {
        let account = member.account
        guard uploads.contains(where: { $0.person != account.id }) else { return uploads }
        guard account.may(.approveFigures) else {
            return uploads.filter { $0.person == account.id }
        }
        let places = try database.measureOwnerships()
        return uploads.filter { upload in
            if upload.person == account.id { return true }
            return upload.appliedAt != nil
                && upload.measures.allSatisfy { code in
                    let place =
                        places[code]
                        ?? MeasureOwnership(measure: code, service: nil, strategies: [])
                    return account.may(.approveFigures, place)
                }
        }
    }

    /// Keeps a file that was sent, to be read; where it is then is the answer.
    func keep(_ file: NewUpload, by member: Member) throws -> String {
        let id = try database.add(file, by: member.account.id, at: now)
        try record(
            .uploadSent, TrailEntry.Subject(kind: .upload, name: String(id)),
            after: JSONObject([
                ("file", file.fileName), ("sha256", file.digest),
                ("bytes", "\(file.bytes.count)"),
            ]))
        return ReturnLinks.upload(id)
    }

    /// What would become of an upload if it were undone.
    func undoPage(_ upload: Upload) throws -> UploadActPage {
        UploadActPage(
            undoing: upload, builtOn: try database.builtOn(upload: upload.id),
            touched: try database.touchedSince(
                upload: upload.id, most: UploadActPage.mostTouched + 1))
    }

    /// The entries that a member may change now, of one return or of all.
    func editableEntries(ofReturn text: String?, by member: Member) throws -> [ReturnEntry] {
        let scope: EntryScope
        if let text, !text.isEmpty {
            guard let id = Int64(text), "\(id)" == text else { throw Refusal.notFound }
            scope = .ofReturn(id)
        } else {
            scope = .open
        }
        let entries = try database.entries(scope, on: settings.today()).filter { entry in
            entry.isEditable && member.account.may(.enterFigures, entry.measure.ownership)
        }
        guard !entries.isEmpty else {
            throw Refusal.notFound(
                NotFound(
                    what: "There are no figures for you to enter now, so there is no template.",
                    choicesHeading: "Where to go",
                    choices: [Link(href: ReturnLinks.returns, label: "Your returns")]))
        }
        return entries
    }
}

extension Refusal {
    fileprivate static let noUpload = Refusal.notFound(
        NotFound(
            what: "There is no such upload, or it is somebody else’s.",
            choicesHeading: "What there is",
            choices: [Link(href: ReturnLinks.uploads, label: "Your uploads")]))
}

extension Upload {
    /// Whether it has done nothing yet, so that it can be let go of.
    var mayBeDiscarded: Bool {
        switch state {
        case .reading, .previewed, .unreadable: true
        case .applying, .applied, .undoing, .undone, .discarded: false
        }
    }
}
