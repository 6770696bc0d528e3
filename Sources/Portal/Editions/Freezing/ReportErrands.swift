import Scorecard

/// What the command line does with reports.
extension ReportOffice {
    /// Every version of every report, the newest period first: a heading and a row for each.
    package func list() throws -> [[String]] {
        let rows = try atOnce {
            try database.editions().flatMap { try database.versions(ofEdition: $0.edition.slug) }
        }.map { version in
            [
                version.edition.slug, version.label, version.state.rawValue,
                version.frozen?.figuresAsAt.description ?? "", version.title,
            ]
        }
        return [["report", "version", "state", "published_on", "title"]] + rows
    }

    /// The latest version of a report as a file: as it was published, or as it would be.
    ///
    /// - Parameters:
    ///   - slug: The last part of the report's address.
    ///   - forOfficers: Whether the numbers are in it that others see withheld.
    /// - Returns: The file.
    /// - Throws: What keeps it from being drawn, in one line.
    package func build(_ slug: String, forOfficers: Bool) throws -> [UInt8] {
        let audience: Audience = forOfficers ? .service : .everyone
        return try atOnce {
            let version = try latest(slug)
            if version.state.isFrozen { return try file(of: version, for: audience) }
            let source = try database.source(
                of: version, for: audience, on: settings.today(), EditionPortal(settings))
            let document = ReportDocument(
                source: source, style: try reportStyle.style(), fingerprint: nil)
            return try document.bytes(templates)
        }
    }

    /// Approves, freezes and publishes the report that waits for approval, by the rules of the
    /// page: the approver is active, has the role, and is not who sent it.
    ///
    /// - Returns: What was done, in one line.
    package func freeze(_ slug: String, by userName: String) throws -> String {
        try together {
            let version = try latest(slug)
            let person = try approver(userName)
            try freeze(version, by: person.id)
            let file = try database.document(ofVersion: version.id, for: .everyone)
            return "Published \(version.title), version \(version.label), with the fingerprint "
                + "\(file?.fingerprint ?? "")."
        }
    }

    /// The file of a published version, byte by byte as it was kept.
    ///
    /// - Parameters:
    ///   - slug: The last part of the report's address.
    ///   - label: Which version, such as `1.0`, or `nil` for the latest that was published.
    ///   - forOfficers: Whether the numbers are in it that others see withheld.
    /// - Returns: The file.
    /// - Throws: `ReportFault` where there is no such version.
    package func export(_ slug: String, version label: String?, forOfficers: Bool) throws -> [UInt8]
    {
        try atOnce {
            _ = try latest(slug)
            let frozen = try database.versions(ofEdition: slug).filter(\.state.isFrozen)
            guard let newest = frozen.first else { throw ReportFault.notFrozen(slug) }
            guard let label else { return try file(of: newest, for: audience(forOfficers)) }
            let number = EditionVersion.number(of: label)
            guard let version = frozen.first(where: { $0.number == number }) else {
                throw ReportFault.noSuchVersion(label, known: frozen.map(\.label))
            }
            return try file(of: version, for: audience(forOfficers))
        }
    }

    private func audience(_ isForOfficers: Bool) -> Audience {
        isForOfficers ? .service : .everyone
    }

    private func latest(_ slug: String) throws -> EditionVersion {
        guard let version = try database.versions(ofEdition: slug).first else {
            throw ReportFault.noSuchReport(
                slug, known: try database.editions().map(\.edition.slug))
        }
        return version
    }

    private func file(of version: EditionVersion, for audience: Audience) throws -> [UInt8] {
        guard let document = try database.document(ofVersion: version.id, for: audience) else {
            throw ReportFault.notFrozen(version.edition.slug)
        }
        return document.bytes
    }

    private func approver(_ userName: String) throws -> Person {
        guard let person = try database.person(userName.stripped.lowercased()) else {
            throw ReportFault.noSuchPerson(userName)
        }
        guard person.isActive else { throw ReportFault.notActive(person.userName) }
        guard person.grants.contains(where: { $0.role.permissions.contains(.writeReports) })
        else { throw ReportFault.noApprover(person.userName) }
        return person
    }
}
