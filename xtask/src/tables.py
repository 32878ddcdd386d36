"""Runs the queries of docs/scale.md by DuckDB, over both formats, and compares their answers with what
`dateline inspect` says of the same articles. Called by `cargo xtask test --only tables`."""

import json
import os
import re
import sys
from collections import Counter

import duckdb


def queries(page):
    """The SQL under the heading that names DuckDB, a query a block."""
    section = re.search(r"^### DuckDB$(.*?)^##", page, re.MULTILINE | re.DOTALL)
    return re.findall(r"```sql\n(.*?)```", section.group(1), re.DOTALL)


def outlets(read):
    counts = Counter(article["outlet"] for article in read["articles"])
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def months(read):
    return sorted(Counter(event["start"][:7] for event in read["events"]).items())


def told(read):
    """Who is named in the sentences that tell events, by events."""
    mentions = {article["id"]: article["mentions"] for article in read["articles"]}
    events = {}
    for event in read["events"]:
        for telling in event["mentions"]:
            for mention in mentions[telling["article"]]:
                inside = telling["start"] <= mention["start"] and mention["end"] <= telling["end"]
                if mention["type"] == "person" and inside:
                    events.setdefault(mention["entity"], set()).add(event["id"])
    names = {entity["id"]: entity["name"] for entity in read["entities"]}
    rows = [(names[entity], len(told)) for entity, told in events.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def misplaced(database, ending):
    """How many mentions do not stand in the body where their offsets say."""
    return database.sql(f"""
        SELECT count(*) FROM 'tables/mentions.{ending}' m JOIN 'tables/articles.{ending}' a ON a.id = m.article
        WHERE substring(a.body, m.start_offset + 1, m.end_offset - m.start_offset) <> m.text
    """).fetchall()[0][0]


def main(page, place):
    with open(page, encoding="utf-8") as file:
        asked = queries(file.read())
    with open(os.path.join(place, "inspect.json"), encoding="utf-8") as file:
        read = json.load(file)
    expected = [outlets(read), months(read), told(read)]
    if len(asked) != len(expected):
        sys.exit(f"{page}: {len(asked)} queries; {len(expected)} were expected")
    for ending in ["parquet", "ndjson"]:
        os.chdir(os.path.join(place, ending))
        database = duckdb.connect()
        for query, rows in zip(asked, expected):
            found = database.sql(query.replace(".parquet'", f".{ending}'")).fetchall()
            if found != rows:
                sys.exit(f"{ending}: {query}gives {found}; {rows} was expected")
        if wrong := misplaced(database, ending):
            sys.exit(f"{ending}: {wrong} mentions are not where their offsets say")
    print(f"DuckDB {duckdb.__version__} comes to the same counts over both formats")


main(*map(os.path.abspath, sys.argv[1:3]))
