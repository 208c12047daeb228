"""The build: the same bytes twice, a whole site at every moment, nothing stale."""

from __future__ import annotations

import hashlib
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from parser.errors import ShekaraError
from publisher import swap
from publisher.build import STEPS, build


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder with its sha256."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_are_byte_identical(root: Path, site_dir: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    build(root, again, lambda _: None)
    assert digest(again) == digest(site_dir)


def test_the_committed_markdown_is_current(root: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "publisher.cli", "check"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_kill_at_any_step_leaves_the_old_site(root: Path, tmp_path: Path) -> None:
    """What stands on the disk as each step begins is what a kill leaves then; as the last one begins, it is killed."""
    out = tmp_path / "site"
    out.mkdir()
    (out / ".shekara").write_text("old", encoding="utf-8")
    script = (
        "import os, signal, sys; from pathlib import Path; from publisher.build import STEPS, build\n"
        "def report(step):\n"
        "    print(step, [(path.name, path.read_text()) for path in Path(sys.argv[2]).rglob('*')], flush=True)\n"
        "    if step == STEPS[-1][0]: os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(Path(sys.argv[1]), Path(sys.argv[2]), report)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, root, out], cwd=root, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.splitlines() == [f"{title} [('.shekara', 'old')]" for title, _ in STEPS]
    assert (out / ".shekara").read_text(encoding="utf-8") == "old"


def test_a_kill_between_two_renames_is_put_right(tmp_path: Path) -> None:
    """Where names cannot be exchanged in one step, the next start brings the old site back."""
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "index.html").write_text("old", encoding="utf-8")
    swap.recover(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert not old.exists()


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_new_site_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    swap.replace_folder(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_stale_page_is_a_finding(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(root / "content", copy / "content")
    shutil.copy(root / "mkdocs.yml", copy)
    page = copy / "content" / "docs" / "acts" / "law" / "article-76.md"
    page.write_text(page.read_text(encoding="utf-8").replace("vigilante", "Vigilante"), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "publisher.cli", "check"], cwd=copy, capture_output=True, text=True)
    assert done.returncode == 1
    assert "content/docs/acts/law/article-76.md:1: error: stale" in done.stderr


def test_a_broken_link_stops_the_build(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for name in ("content", "overrides"):
        shutil.copytree(root / name, copy / name)
    shutil.copy(root / "mkdocs.yml", copy)
    index = copy / "content" / "docs" / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(ShekaraError, match=r"nowhere\.md"):
        build(copy, tmp_path / "site", lambda _: None)


def test_the_zip_file_holds_the_site_and_works_from_a_disk(site_dir: Path, tmp_path: Path, page: Any) -> None:
    """What a reader without a network unpacks: every file but the ZIP itself, a search, and no dead link."""
    with zipfile.ZipFile(site_dir / "downloads" / "shekara-site.zip") as archive:
        archive.extractall(tmp_path)
    whole = {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    unpacked = tmp_path / "shekara-site"
    held = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert whole - held == {"downloads/shekara-site.zip", ".shekara"} & whole
    page.goto(f"{(unpacked / 'search' / 'index.html').as_uri()}?q=hostages")
    page.wait_for_selector("#search-results [data-path='law/73/1/7']")
    page.goto((unpacked / "help" / "offline.html").as_uri())
    assert page.locator("a[href$='.zip']").count() == 0
