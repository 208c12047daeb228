"""How a path is written for people: `law/76/4/1` is "Law, Art. 76(4)(1)", `rules/7/part-2` "Rules, par. 7, part 2"."""

from __future__ import annotations

ACTS = {"law": ("Law", "Art. "), "rules": ("Rules", "par. "), "decree": ("Decree", "par. ")}
NAMED = ("chapter-", "annex-", "part-")


def name_of(path: str) -> str:
    """The name of a provision, short enough for a link."""
    act, *steps = path.split("/")
    title, unit = ACTS.get(act, (act.capitalize(), ""))
    words = title
    for index, step in enumerate(steps):
        if step.startswith(NAMED) or step == "preamble":
            words += ", " + step.replace("-", " ").replace("annex", "Annex").replace("chapter", "Chapter")
        else:
            words += f", {unit}{step}" if index == 0 else f"({step})"
    return words
