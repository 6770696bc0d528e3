import Scorecard

extension Visit {
    /// The latest version of the report in the address, whatever its state.
    ///
    /// - Throws: `Refusal.notFound` where there is no such report.
    func versionForApproval() throws -> EditionVersion {
        guard let version = try versionsOfReport().first else { throw Refusal.notFound }
        return version
    }

    /// The latest version of the report in the address, which may be one in work, for a
    /// correction of what was published.
    ///
    /// - Throws: `Refusal.notFound` where nothing of it was published.
    func latestFrozenVersion() throws -> EditionVersion {
        let versions = try versionsOfReport()
        guard versions.contains(where: \.state.isFrozen), let latest = versions.first else {
            throw Refusal.notFound(
                NotFound(
                    what: "No version of this report is published yet.",
                    choicesHeading: "What there is",
                    choices: versions.first.map { [$0.edition.link(titled: $0.title)] } ?? []))
        }
        return latest
    }

    /// The published version in the address.
    ///
    /// - Throws: `Refusal.notFound` with the versions that there are.
    func frozenVersion() throws -> EditionVersion {
        let text = try parameter("version")
        let today = settings.today()
        let frozen = try versionsOfReport().filter { version in
            version.frozen.map { $0.figuresAsAt <= today } ?? false
        }
        if let number = EditionVersion.number(of: text),
            let version = frozen.first(where: { $0.number == number })
        {
            return version
        }
        throw Refusal.notFound(
            NotFound(
                what: "There is no version “\(text)” of this report.",
                choicesHeading: frozen.isEmpty ? "Where to look instead" : "Versions there are",
                choices: frozen.isEmpty
                    ? [Links.reports]
                    : frozen.map { version in
                        Link(
                            href: EditionLinks.document(version.edition.slug, version.label),
                            label: "\(version.title), version \(version.label)")
                    }))
    }

    private func versionsOfReport() throws -> [EditionVersion] {
        let slug = try parameter("report")
        let versions = try database.versions(ofEdition: slug)
        guard versions.isEmpty else { return versions }
        throw Refusal.notFound(
            NotFound(
                what: "There is no report called “\(slug)” that was written in the portal.",
                choicesHeading: "Where to look instead", choices: [Links.reports]))
    }
}

extension Edition {
    /// The page of the report.
    func link(titled title: String) -> Link { Link(href: Links.report(slug), label: title) }
}

extension EditionVersion {
    /// The way back from what is below the report's page.
    var crumbs: [Link] { [Links.home, Links.reports, edition.link(titled: title)] }

    /// Tells what waits for approval from what was sent before or after it.
    var approvalMark: String { "\(number)-\(revision)-\(submittedAt ?? 0)" }
}
