"""Bad input: one clear line that says what and where, exit status 1, no traceback, and the last good site stands."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LINE = re.compile(r"^(shekara: )?[\w./-]+:\d+: \S")


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A checkout of one's own with a "last good site"."""
    place = tmp_path / "copy"
    place.mkdir()
    shutil.copytree(root / "content", place / "content", ignore=shutil.ignore_patterns("acts"))
    shutil.copytree(root / "overrides", place / "overrides")
    shutil.copy(root / "mkdocs.yml", place)
    good = place / "build" / "site"
    good.mkdir(parents=True)
    (good / "index.html").write_text("the last good site", encoding="utf-8")
    (good / ".shekara").write_text("x", encoding="utf-8")
    return place


def shekara(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "publisher.cli", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def accept(folder: Path, data: bytes) -> None:
    """Put a text in the place of the Law and accept its sha256."""
    act, meta = (folder / "content" / "sources" / "law" / name for name in ("act.txt", "meta.yml"))
    act.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    meta.write_text(re.sub(r"sha256: \w+", f"sha256: {digest}", meta.read_text(encoding="utf-8")), encoding="utf-8")


def law(change: Callable[[str], str]) -> Callable[[Path], None]:
    """The Law with a change, accepted."""

    def apply(folder: Path) -> None:
        text = (folder / "content" / "sources" / "law" / "act.txt").read_text(encoding="utf-8")
        accept(folder, change(text).encode())

    return apply


def whole(data: bytes) -> Callable[[Path], None]:
    """Other bytes in the place of the Law, accepted."""
    return lambda folder: accept(folder, data)


def file(name: str, text: str | None) -> Callable[[Path], None]:
    """Another text in a file of `content/`, or no file."""

    def apply(folder: Path) -> None:
        path = folder / "content" / name
        path.write_text(text, encoding="utf-8") if text is not None else path.unlink()

    return apply


CASES: list[tuple[str, Callable[[Path], None], str]] = [
    ("unreadable bytes", whole(b"Title\nArticle 1. \xff\n"), "act.txt:2: unreadable byte 0xff"),
    ("an empty file", whole(b""), "act.txt:1: the file is empty"),
    ("white space alone", whole(b" \n \n"), "act.txt:1: the file is empty"),
    ("50 MB", whole(b"word " * 10_000_000), "act.txt:1: 50000000 bytes"),
    ("a line of 10 MB", whole(b"Title\n" + b"x" * 10_000_000), "act.txt:2: a line of 10000000 characters"),
    ("a NUL byte", whole(b"Title\nA\0B\n"), "act.txt:2: a NUL byte"),
    ("no article", whole(b"Dear reader,\nthis is a letter.\n"), "no article and no numbered paragraph found"),
    ("out of order", law(lambda text: text.replace("\nArticle 5.", "\nArticle 500.")), "out of order"),
    ("a number twice", law(lambda text: text.replace("\nArticle 5.", "\nArticle 4.")), "stands twice"),
    ("a changed source", file("sources/law/act.txt", "Something else\n"), "the source has changed: sha256"),
    ("no meta.yml", file("sources/law/meta.yml", None), "meta.yml:1: the file is missing"),
    ("a malformed meta.yml", file("sources/law/meta.yml", "file: [act.txt\n"), "not valid YAML"),
    ("meta.yml lacks a key", file("sources/law/meta.yml", "file: act.txt\n"), "is missing or empty"),
    (
        "an unknown layout",
        file("sources/law/meta.yml", "file: act.txt\nsha256: x\nlayout: x\nlanguage: eng\nacts: [{}]"),
        "",
    ),
    ("no emendations", file("editorial/emendations.yml", None), "emendations.yml:1: the file is missing"),
    ("malformed emendations", file("editorial/emendations.yml", "emendations: [{\n"), "not valid YAML"),
    ("emendations of another form", file("editorial/emendations.yml", "- 1\n"), "a mapping is expected"),
]


@pytest.mark.parametrize(("title", "spoil", "message"), CASES, ids=[case[0] for case in CASES])
def test_bad_input(copy: Path, title: str, spoil: Callable[[Path], None], message: str) -> None:  # noqa: ARG001
    spoil(copy)
    for verb in ("check", "build"):
        done = shekara(copy, verb)
        first = done.stderr.splitlines()[0]
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert LINE.match(first), first
        assert message in done.stderr
        assert all(len(line) < 1000 for line in done.stderr.splitlines())
    assert (copy / "build" / "site" / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert [path.name for path in (copy / "build").iterdir()] == ["site"]


def test_a_folder_that_no_build_has_made_is_never_replaced(copy: Path) -> None:
    (copy / "mine").mkdir()
    (copy / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    done = shekara(copy, "build", "--out", "mine")
    assert done.returncode == 1
    assert "choose another folder" in done.stderr
    assert (copy / "mine" / "letter.txt").read_text(encoding="utf-8") == "dear"


@pytest.mark.parametrize("arguments", [["nonsense"], ["build", "--nonsense"], [], ["export", "--format", "xml"]])
def test_misuse_is_status_2(root: Path, arguments: list[str]) -> None:
    done = shekara(root, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "usage: shekara" in done.stderr


def test_an_unknown_act_is_named_with_the_known_ones(root: Path) -> None:
    done = shekara(root, "export", "--format", "json", "--act", "code")
    assert done.returncode == 1
    assert "law, decree, rules" in done.stderr
