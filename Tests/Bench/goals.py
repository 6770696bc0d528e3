#!/usr/bin/env python3
"""Holds what the peers' bench.py has measured against what the portal shall be.

    goals.py DRAWN.json HEALTH.json

Processor time of a page as a part of that of other servers, taken round by round so that a
machine that drifts cancels out; memory; and the time to the first byte.
"""
import json
import statistics
import sys

# For each page, how many times the processor time of that server the portal may take.
GOALS = [("hummingbird", 1 / 30), ("hummingbird-tuned", 1 / 10), ("flask-gunicorn", 1 / 8),
         ("c-dynamic", 1.6)]
PAGES = {"A": "scorecard", "B": "measure"}
IDLE, LOADED = 20, 60


def runs(found, server, page):
    return next((rounds for key, rounds in found["runs"].items()
                 if key.startswith(f"{server}/{page}/")), None)


def line(what, value, goal, unit=""):
    told = "met" if value <= goal else f"missed {value / goal:.2f} times"
    print(f"| {what} | {value:.3g}{unit} | {goal:.3g}{unit} | {told} |")


def ratio(found, page, peer):
    own, other = runs(found, "portal", page), runs(found, peer, page)
    if not own or not other:
        return None
    return statistics.median(
        mine["cpu_us"] / theirs["cpu_us"] for mine, theirs in zip(own, other)
        if mine["cpu_us"] and theirs["cpu_us"])


def main(drawn, health):
    with open(drawn) as file:
        drawn = json.load(file)
    with open(health) as file:
        health = json.load(file)
    print("| what | measured | at most | |\n| --- | ---: | ---: | --- |")
    for page, name in PAGES.items():
        for peer, goal in GOALS:
            value = ratio(drawn, page, peer)
            if value is not None:
                line(f"{name}, processor time beside {peer}", value, goal)
    idle, loaded = (float(text) for text in drawn["memory"]["portal"][:2])
    line("memory when started", idle, IDLE, " MB")
    line("memory after load", loaded, LOADED, " MB")
    first = {server: statistics.median(health["cold"][f"{server}/C"])
             for server in ("portal", "hummingbird")}
    line("start to the first byte", first["portal"], first["hummingbird"], " ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
