"""The help page's examples find what the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from searching import search

HELP = Path(__file__).resolve().parents[2] / "content" / "docs" / "help" / "search.md"

ROW = re.compile(
    r"^\| \[`(?P<query>[^`]+)`\]\(\.\./search/index\.md\?q=(?P<link>[^)]*)\) \|(?P<cells>.*)\|$", re.MULTILINE
)
TABLE = re.compile(r"^\| Type \|(?P<names>.*)\|\n\|[-|]+\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


def examples() -> list[tuple[str, dict[str, str]]]:
    """The queries of the help page, each with what the page says that it finds."""
    text = HELP.read_text(encoding="utf-8")
    all_rows = []
    for table in TABLE.finditer(text):
        names = [name.strip() for name in table["names"].split("|")]
        for row in ROW.finditer(table["rows"]):
            assert parse_qs(f"q={row['link']}")["q"] == [row["query"]]
            cells = [cell.strip(" `") for cell in row["cells"].split(" | ")]
            all_rows.append((row["query"], dict(zip(names, cells, strict=True))))
        assert len(ROW.findall(table["rows"])) == table["rows"].count("\n")
    return all_rows


def test_the_help_page_finds_what_it_says(page: Any, site_url: str) -> None:
    search(page, site_url, "vessel")
    rows = examples()
    assert len(rows) > 25
    wrong = []
    for query, said in rows:
        paths = page.evaluate(
            """async query => (await ShekaraSearchLoad.engine().search(query, {limit: 2000, offset: 0, filters: {}}))
                .hits.map(hit => hit.path)""",
            query,
        )
        if "First result" in said and paths[:1] != [said["First result"]]:
            wrong.append((query, "first is", paths[:3]))
        if "Among the first" in said and said["Among the first"] not in paths[:10]:
            wrong.append((query, "does not find among ten", said["Among the first"], paths[:10]))
        if "Finds" in said and said["Finds"] not in paths:
            wrong.append((query, "does not find", said["Finds"]))
        if "Leaves out" in said and said["Leaves out"] in paths:
            wrong.append((query, "finds", said["Leaves out"]))
    assert wrong == []
