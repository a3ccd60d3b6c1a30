#!/usr/bin/env python3
"""Runs the ClickHouse recipes of docs/bulk-screening.md in process and holds their answers against the filter's own.

    pip install chdb
    cargo build --release --example screen
    python3 docs/bulk-screening/check_chdb.py target/release/examples/screen examples/bans/sample.json

Prints OK and exits with 0, or prints what differs and exits with 1.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import chdb

BASE = {
    "on": "2024-05-06",
    "relation": "spouse",
    "rank": "division",
    "office": "procurator",
    "areas": ["450103"],
    "tags": [],
    "behaviour": "employment",
    "held": "own_name",
    "industries": ["F5211"],
    "places": ["450103"],
    "deals_with_institution": False,
}

# Every fact is on record; `None` says that there is none.
KNOWN = [
    {"id": "clean"},
    {"id": "lawyer", "behaviour": "law_firm_partner", "industries": ["L7231"]},
    {"id": "supplier", "behaviour": "sole_proprietorship", "deals_with_institution": True},
    {"id": "two bans", "behaviour": "partnership", "industries": ["R9011"], "deals_with_institution": True},
    {"id": "elsewhere", "behaviour": "partnership", "industries": ["R9011"], "places": ["440106"]},
    {"id": "coarse", "behaviour": "partnership", "industries": ["R"]},
    {"id": "suspected", "behaviour": "partnership", "held": "nominee_suspected", "deals_with_institution": True},
    {"id": "tagged", "behaviour": "partnership", "rank": "bureau", "tags": ["上海"], "places": ["310101"]},
    {"id": "no rank", "behaviour": "partnership", "rank": None},
    {"id": "no business", "behaviour": None, "deals_with_institution": True},
    {"id": "no place", "behaviour": "partnership", "industries": ["R9011"], "places": None},
    {"id": "before", "on": "2014-05-06", "behaviour": "partnership", "deals_with_institution": True},
    {"id": "no such word", "relation": "in-law"},
]

# Nobody has said these; the key is left out.
UNKNOWN = [
    {"id": "behaviour?", "behaviour": ...},
    {"id": "places?", "behaviour": "partnership", "industries": ["R9011"], "places": ...},
    {"id": "industries?", "behaviour": "partnership", "industries": ...},
    {"id": "deals?", "behaviour": "partnership", "deals_with_institution": ...},
    {"id": "relation?", "behaviour": "partnership", "relation": ..., "deals_with_institution": True},
]

COLUMNS = (
    "id String, `on` Date, relation Nullable(String), rank Nullable(String), office Nullable(String), "
    "areas Array(String), tags Array(String), behaviour Nullable(String), held String, industries Array(String), "
    "places Array(String), deals_with_institution Nullable(Bool)"
)

ANSWER = (
    "id String, outcome String, bans Array(Tuple(id String, regime String)), missing Array(String), error String"
)

EVERY_FACT_ON_RECORD = """
    SELECT id, outcome, bans, missing, error
    FROM executable('{command}', JSONEachRow, '{answer}',
                    (SELECT * FROM businesses),
                    SETTINGS stderr_reaction = 'throw')
"""

NULL_IS_UNKNOWN = """
    SELECT JSONExtract(line, 'Tuple({answer})') AS it, it.id AS id, it.outcome AS outcome,
           it.bans AS bans, it.missing AS missing, it.error AS error
    FROM executable('{command}', LineAsString, 'line String',
                    (SELECT toJSONString(CAST(
                         tuple(id, `on`, relation, rank, office,
                               if(empty(areas), NULL, areas::Dynamic), tags, behaviour, held,
                               if(empty(industries), NULL, industries::Dynamic),
                               if(empty(places), NULL, places::Dynamic), deals_with_institution),
                         'Tuple(id String, `on` Date, relation Nullable(String), rank Nullable(String),
                                office Nullable(String), areas Dynamic, tags Array(String),
                                behaviour Nullable(String), held String, industries Dynamic,
                                places Dynamic, deals_with_institution Nullable(Bool))'))
                     FROM businesses),
                    SETTINGS stderr_reaction = 'throw')
    SETTINGS output_format_json_skip_null_value_in_named_tuples = 1
"""

ROWS_AS_TEXT = """
    SELECT JSONExtract(line, 'Tuple({answer})') AS it, it.id AS id, it.outcome AS outcome,
           it.bans AS bans, it.missing AS missing, it.error AS error
    FROM executable('{command}', LineAsString, 'line String',
                    (SELECT line FROM file('{rows}', LineAsString, 'line String')),
                    SETTINGS stderr_reaction = 'throw')
"""


def complete(rows):
    """Rows with every key, but those that nobody has said."""
    return [{key: it for key, it in {**BASE, **row}.items() if it is not ...} for row in rows]


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def by_id(answers):
    """What is compared: an error is one in any words, as places in a line differ with the spelling of the line."""
    listed = sorted(
        (
            it["id"],
            it.get("outcome") or "",
            [(ban["id"], ban["regime"]) for ban in it.get("bans") or []],
            list(it.get("missing") or []),
            bool(it.get("error")),
        )
        for it in answers
    )
    return listed


def read(text):
    return [json.loads(line) for line in text.splitlines() if line]


def directly(screen, policy, rows):
    command = [str(screen), "--quiet", "--policy", str(policy)]
    ran = subprocess.run(command, input=lines(rows), capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{screen} exits with {ran.returncode}: {ran.stderr.strip()}")
    return by_id(read(ran.stdout))


def main(screen, policy):
    differences = []
    with tempfile.TemporaryDirectory() as folder:
        # Only what lies in the folder of scripts may be run.
        scripts = pathlib.Path(folder, "user_scripts")
        scripts.mkdir()
        shutil.copy(screen, scripts / "screen")
        shutil.copy(policy, scripts / "bans.json")
        command = f"screen --quiet --policy {scripts}/bans.json"
        rows_file = pathlib.Path(folder, "rows.ndjson")
        connection = chdb.connect(folder)

        def ask(recipe, rows, how):
            rows_file.write_text(lines(rows), encoding="utf-8")
            connection.query("DROP TABLE IF EXISTS businesses")
            connection.query(
                f"CREATE TABLE businesses ENGINE = Memory AS SELECT * FROM file('{rows_file}', JSONEachRow, '{COLUMNS}')"
            )
            query = recipe.format(command=how, answer=ANSWER, rows=rows_file)
            select = f"SELECT id, outcome, bans, missing, error FROM ({query})"
            return by_id(read(str(connection.query(select, "JSONEachRow"))))

        def compare(name, recipe, rows):
            asked, expected = ask(recipe, rows, command), directly(screen, policy, rows)
            if len(expected) != len(rows):
                differences.append(f"{name}: {len(rows)} rows in, {len(expected)} answers of the filter")
            for it in asked:
                if it not in expected:
                    differences.append(f"{name}: only through chdb: {it}")
            for it in expected:
                if it not in asked:
                    differences.append(f"{name}: only from the filter: {it}")
            if len(asked) != len(expected):
                differences.append(f"{name}: {len(asked)} answers through chdb, {len(expected)} of the filter")
            return len(rows)

        known, unknown = complete(KNOWN), complete(UNKNOWN)
        # In the second recipe NULL says that nobody has said.
        said = [row for row in known if None not in row.values()]
        compared = compare("every fact on record", EVERY_FACT_ON_RECORD, known)
        compared += compare("NULL is unknown", NULL_IS_UNKNOWN, said + unknown)
        compared += compare("rows as text", ROWS_AS_TEXT, known + unknown)

        # No list of bans is an error, never an empty answer.
        for _ in range(20):
            try:
                asked = ask(EVERY_FACT_ON_RECORD, known, f"screen --quiet --policy {scripts}/none.json")
            except Exception:  # chdb has no narrower one
                continue
            differences.append(f"without a list of bans: no error, and {len(asked)} answers")
            break
        connection.close()
    for it in differences:
        print(it)
    if differences:
        return 1
    print(f"OK: {compared} answers through chdb {chdb.__version__} are those of the filter")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: check_chdb.py SCREEN POLICY")
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
