#!/usr/bin/env python3
"""Write the measuring database of the peers as files that `portal load` reads.

    catalogue.py small.sqlite FOLDER      makes FOLDER/Catalogue and FOLDER/Figures

Same slugs, codes, titles, figures and targets. Standard library only.
"""
import csv
import os
import sqlite3
import sys

POLARITY = {"higher": "high", "lower": "low", "neutral": "context"}
KIND = {"%": "percentage", "number": "count", "days": "score", "£": "score"}
MARKER = {"suppressed": "c", "missing": "x"}
EMPTY = {
    "boards": "slug title role reports_to source_document",
    "themes": "slug title description strategy source_document",
    "statements": "slug statement explanation source_document",
    "pledges": "strategy code objective title you_said evidence evidence_date we_will done "
    "done_date update_due measure source_document",
    "meetings": "board day title place papers note",
    "reports": "slug title board meeting kind period summary withdrawn_on withdrawn_because",
    "report_versions": "report version published_on document changes",
    "synonyms": "term means",
    "neighbours": "model area rank neighbour closeness",
    "commentary": "measure period what_happened why what_we_are_doing author_role published_on",
    "actions": "measure objective what owner_role due_on progress state updated_on",
    "forecasts": "measure period value by_role made_on",
    "collected_groups": "measure breakdown",
}


def table(folder, name, columns, rows):
    with open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns.split(), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def quarter(starts):
    year, month = int(starts[:4]), int(starts[5:7])
    first = year if month >= 4 else year - 1
    return f"{first}-{(first + 1) % 100:02d}-Q{(month - 4) % 12 // 3 + 1}"


def number(value):
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def main(path, folder):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    catalogue, figures = os.path.join(folder, "Catalogue"), os.path.join(folder, "Figures")
    os.makedirs(catalogue, exist_ok=True)
    os.makedirs(figures, exist_ok=True)
    for name, columns in EMPTY.items():
        table(catalogue, name, columns, [])
    periods = {row["id"]: row for row in database.execute("SELECT * FROM period")}
    strategies = {row["id"]: row for row in database.execute("SELECT * FROM strategy")}
    ambitions = {row["id"]: row for row in database.execute("SELECT * FROM ambition")}
    measures = database.execute("SELECT * FROM measure ORDER BY id").fetchall()
    code = {id: f"{strategies[row['strategy_id']]['slug']}-A{row['position']}"
            for id, row in ambitions.items()}

    table(catalogue, "strategies",
          "slug title short_title state starts ends supersedes under boards levels vision "
          "ambition purpose source_document note",
          [{"slug": row["slug"], "title": row["title"], "short_title": row["title"],
            "state": "current", "levels": "Ambition"} for row in strategies.values()])
    table(catalogue, "objectives",
          "strategy code slug parent level number title short_title why what how success "
          "scorecard boards themes statements note",
          [{"strategy": strategies[row["strategy_id"]]["slug"], "code": code[id],
            "slug": f"ambition-{row['position']}", "level": "Ambition",
            "number": row["position"], "title": row["title"], "short_title": row["title"]}
           for id, row in ambitions.items()])
    table(catalogue, "measures",
          "code slug title kind value_kind unit multiplier decimals polarity polarity_note "
          "frequency period_kind time_basis numerator denominator definition_basis source "
          "benchmarks breakdowns small_number_threshold small_number_rounding status wording printed_figures base_measures source_document "
          "note",
          [{"code": row["code"], "slug": row["code"].lower(), "title": row["title"],
            "kind": "measure", "value_kind": KIND[row["unit"]], "unit": row["unit"],
            "decimals": row["decimals"], "polarity": POLARITY[row["polarity"]],
            "frequency": "quarterly", "period_kind": "FQ", "time_basis": "in-period",
            "status": "active"} for row in measures])
    table(catalogue, "placements", "measure strategy objective heading note",
          [{"measure": row["code"], "objective": code[row["ambition_id"]],
            "strategy": strategies[ambitions[row["ambition_id"]]["strategy_id"]]["slug"]}
           for row in measures])
    table(catalogue, "targets",
          "measure kind value upper milestones milestone_shape tolerance tolerance_kind starts_on ends_on baseline_value "
          "baseline_period scope set_by set_on printed source_document note",
          [{"measure": row["code"],
            "kind": "at-most" if row["polarity"] == "lower" else "at-least",
            "value": number(row["value"]), "tolerance": number(row["amber_tolerance"]),
            "tolerance_kind": "absolute", "starts_on": periods[row["period_id"]]["starts"],
            "ends_on": periods[row["period_id"]]["ends"], "scope": "local"}
           for row in database.execute(
               "SELECT measure.code, measure.polarity, target.* FROM target "
               "JOIN measure ON measure.id = target.measure_id ORDER BY 3, 4")])
    table(catalogue, "measure_series", "measure series breakdown role match transform label note",
          [{"measure": row["code"], "series": row["code"].lower(), "breakdown": "All",
            "role": "headline", "match": "exact"} for row in measures])
    table(catalogue, "areas", "code name kind region",
          [{"code": "LOCAL", "name": "Stockport", "kind": "local"}])

    table(figures, "sources", "source publisher publication read_from", [])
    breakdowns = [row[0] for row in database.execute(
        "SELECT DISTINCT breakdown_id FROM observation ORDER BY 1")]
    label = {id: "All" if id == 1 else f"Group {id}" for id in breakdowns}
    table(figures, "breakdowns", "breakdown label dimension",
          [{"breakdown": label[id], "label": label[id]} for id in breakdowns])
    table(figures, "partitions", "whole division part", [])
    table(
        figures, "distributions",
        "series breakdown period areas p1 p25 median p75 p99 source", [])
    table(figures, "series", "series title unit value_kind period_kind file caution breaks",
          [{"series": row["code"].lower(), "title": row["title"], "unit": row["unit"],
            "value_kind": KIND[row["unit"]], "period_kind": "FQ", "file": row["code"].lower() + ".csv"} for row in measures])
    for measure in measures:
        table(figures, measure["code"].lower(),
              "area breakdown period status value numerator denominator marker source",
              [{"area": "LOCAL", "breakdown": label[row["breakdown_id"]],
                "period": quarter(periods[row["period_id"]]["starts"]),
                "status": "provisional" if row["status"] == "provisional" else "final",
                "value": number(row["value"]), "marker": MARKER.get(row["status"], "")}
               for row in database.execute(
                   "SELECT * FROM observation WHERE measure_id = ? "
                   "ORDER BY breakdown_id, period_id", (measure["id"],))])


if __name__ == "__main__":
    main(*sys.argv[1:])
