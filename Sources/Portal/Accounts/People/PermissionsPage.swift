import Mustache

/// What each role may do, as the code that decides it has it.
struct PermissionsPage: Page {
    static let template = "people/permissions"
    let section: Section? = nil
    let address: String? = AccountLinks.permissions
    let summary = "What each role may do, and which pages ask for it."
    /// The addresses that make each demand.
    let addresses: [Demand: [String]]
    let isPublic: Bool
    let requiresSecondFactor: Bool

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, AccountLinks.adminLink].template,
            "roles": .list(
                Role.allCases.map { ["title": .text($0.title), "purpose": .text($0.purpose)] }),
            "rows": .list(Permission.allCases.map(row)),
            "asked": .list(
                Permission.allCases.map { asked($0.words, .member($0)) }
                    + OpenPermission.allCases.map {
                        asked($0.words(isPublic: isPublic), .open($0))
                    }),
            "requiresSecondFactor": .flag(requiresSecondFactor),
            "powerful": .text(
                Wording.list(
                    Role.allCases.filter(\.isPowerful).map { "\($0.rawValue)s" }, "and")),
            "scoped": .text(
                Wording.list(Role.allCases.filter(\.isScoped).map { "\($0.rawValue)s" }, "and")),
            "scopedPermissions": .list(
                Permission.allCases.filter(\.isAboutMeasures).map { .text($0.words) }),
        ]
    }

    private func row(_ permission: Permission) -> TemplateValue {
        [
            "words": .text(permission.words),
            "cells": .list(
                Role.allCases.map { role in
                    [
                        "role": .text(role.title),
                        "may": .flag(role.permissions.contains(permission)),
                    ]
                }),
        ]
    }

    private func asked(_ words: String, _ demand: Demand) -> TemplateValue {
        let patterns = addresses[demand] ?? []
        return [
            "words": .text(words), "isAsked": .flag(!patterns.isEmpty),
            "addresses": .list(patterns.map { .text($0) }),
        ]
    }
}
