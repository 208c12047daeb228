"""The page of the wizard: the place where the script puts it, and all the rules for those who read them as a list.

The list carries conditions as data, so that a test can follow it and find the same verdicts as the evaluators.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape

from guide.eligibility.export import condition_data
from guide.eligibility.flow import flow_svg
from guide.eligibility.model import EFFECTS, Cite, Condition, Criterion, Eligibility, Note, Outcome, Question, Variant
from guide.eligibility.places import Places
from guide.eligibility.verdict import split
from guide.eligibility.words import describe
from guide.wording import html_of

INTRO = (
    "Answer a few closed questions. You get a verdict with the words it rests on, what the two acts leave open, "
    "and the next steps as a checklist."
)
PRIVACY = (
    "Nothing you answer is sent or stored. Your answers stand in the address of this page, so that you can go back and "
    "keep a link; on a shared device, the browser's history keeps that address too."
)
NO_SCRIPT = (
    "Without JavaScript the questions cannot be asked one by one. Everything they rest on stands below: "
    "take the verdicts in their order; the first that fits is yours."
)
NO_QUESTION = "No question asks for a name, a number, a diagnosis or free text."
EFFECT_TITLES = {
    "scope": "The Rules do not apply",
    "requirement": "Something required is missing",
    "exclusion": "A circumstance excludes",
    "consequence": "What follows from it",
    "doubt": "The words do not decide",
    "precondition": "Something comes first",
    "basis": "What an open way rests on",
    "comparison": "For comparison only; decides nothing",
    "answer": "Facts that are no verdict",
    "silence": "What the two acts do not say",
    "missing": "Facts that nobody stated",
}


class Page:
    """Writes the page of some rules. `base` leads from the page to the site's root."""

    def __init__(self, rules: Eligibility, places: Places, base: str = "") -> None:
        self.rules = rules
        self.places = places
        self.base = base

    def render(self) -> str:
        """The whole body, below the page's title."""
        return "\n".join((*self._top(), *self._list(), "</div></details>", *self._notes(), ""))

    def _top(self) -> Iterator[str]:
        yield f'<p class="lead">{escape(INTRO)}</p>'
        yield f'<p class="el-privacy">{escape(PRIVACY)} {escape(NO_QUESTION)}</p>'
        yield f'<div id="eligibility-app" class="el-app" data-base="{escape(self.base)}" hidden></div>'
        yield f'<noscript><p class="el-noscript">{escape(NO_SCRIPT)}</p></noscript>'

    def _list(self) -> Iterator[str]:
        yield '<details id="eligibility-rules" class="el-rules" open>'
        yield "<summary><h2>All the rules on one page</h2></summary><div>"
        yield from self._flow()
        yield "<h3>The verdicts in their order</h3>"
        yield "<p>The first that fits is the verdict. All grounds that apply are shown with it.</p>"
        yield f'<ol class="el-order">{"".join(self._verdicts())}</ol>'
        yield f"<h3>The questions</h3><ol>{''.join(map(self._question, self.rules.questions))}</ol>"
        yield f"<h3>What follows from answers</h3><ul>{''.join(self._derived())}</ul>"
        yield "<h3>The grounds</h3>"
        yield from (self._effect(effect) for effect in EFFECTS)
        yield "<h3>What each verdict says</h3>"
        yield from map(self._outcome, self.rules.outcomes.values())
        yield f"<h4>With every verdict</h4><ul>{''.join(map(self._note, self._everywhere()))}</ul>"

    def _everywhere(self) -> Iterator[Note]:
        return (note for note in (*self.rules.steps, *self.rules.open, *self.rules.caveats) if not note.outcomes)

    def _flow(self) -> Iterator[str]:
        yield '<figure class="el-figure" tabindex="0" role="region" aria-label="Diagram: how the verdict is found">'
        yield flow_svg(self.rules, self.places, self.base)
        yield "<figcaption>How the verdict is found. The same order stands below as a list.</figcaption></figure>"

    def _verdicts(self) -> Iterator[str]:
        for rule in self.rules.verdicts:
            ask = escape(rule.ask or "None of the lines above, and a fact of this kind was stated.")
            if not rule.ask and not rule.needs:
                ask = "None of the lines above."
            need = f" Needs a ground of the kind “{escape(EFFECT_TITLES[rule.needs])}”." if rule.needs else ""
            data = f'data-verdict="{rule.outcome}" data-needs="{rule.needs}" {self._data(rule.when)}'
            title = escape(self._titles(self.rules.outcomes[rule.outcome]))
            link = f'<a href="#verdict-{rule.outcome}">{title}</a>'
            yield f"<li {data}>{ask} → {link}{need}{self._when(rule.when)}</li>"

    def _titles(self, outcome: Outcome) -> str:
        return " / ".join(dict.fromkeys(variant.title for variant in outcome.variants))

    def _question(self, question: Question) -> str:
        options = "; ".join(escape(option.label) for option in question.options)
        asked = self._when(question.ask_when, "Asked when")
        data = f'data-question="{question.id}" {self._data(question.ask_when)}'
        said = f"<p><strong>{escape(question.text)}</strong> {escape(question.why)}</p><p>Answers: {options}.</p>"
        return f"<li {data}>{said}{asked}{self._cites(question.cites)}</li>"

    def _derived(self) -> Iterator[str]:
        for item in self.rules.derived:
            terms = tuple((name, frozenset({value})) for name, value in item.sets)
            follows = describe(self.rules, Condition((terms,)))[0]
            data = f"data-set='{_attribute(item.sets)}' {self._data(item.when)}"
            yield f"<li {data}>{escape(follows)}{self._when(item.when)}</li>"

    def _effect(self, effect: str) -> str:
        items = "".join(self._ground(one) for one in self.rules.criteria if one.effect == effect)
        return f'<h4>{escape(EFFECT_TITLES[effect])}</h4><ul class="el-grounds">{items}</ul>'

    def _ground(self, ground: Criterion) -> str:
        outcomes = " ".join(sorted(ground.outcomes))
        names = f'data-ground="{ground.id}" data-effect="{ground.effect}" data-outcomes="{outcomes}"'
        data = f"{names} {self._data(ground.when)}"
        return f"<li {data}><p>{escape(ground.why)}</p>{self._scope(ground)}{self._cites(ground.cites)}</li>"

    def _outcome(self, outcome: Outcome) -> str:
        said = "".join(map(self._variant, outcome.variants))
        rules = self.rules
        steps, duties = split(rules.steps)
        asides = (("Left open", rules.open), ("Keep in mind", rules.caveats))
        notes = (("Steps", steps), ("Duties and rights", duties), *asides)
        lists = "".join(self._note_list(title, outcome.id, items) for title, items in notes)
        title = f"<summary><h4>{escape(self._titles(outcome))}</h4></summary>"
        return f'<details class="el-verdict">{title}<div id="verdict-{outcome.id}">{said}{lists}</div></details>'

    def _variant(self, variant: Variant) -> str:
        said = f"<strong>{escape(variant.title)}.</strong> {escape(variant.sentence)}"
        return f"<p {self._data(variant.when)}>{said}</p>{self._when(variant.when)}"

    def _note_list(self, title: str, outcome: str, notes: Iterable[Note]) -> str:
        items = "".join(self._note(note) for note in notes if outcome in note.outcomes)
        return f"<h5>{title}</h5><ul>{items}</ul>" if items else ""

    def _note(self, note: Note) -> str:
        return (
            f'<li data-note="{note.id}" {self._data(note.when)}><p>{escape(note.text)}</p>'
            f"{self._when(note.when)}{self._cites(note.cites)}</li>"
        )

    def _scope(self, ground: Criterion) -> str:
        titles = (escape(self._titles(self.rules.outcomes[name])) for name in sorted(ground.outcomes))
        only = f'<p class="el-when">Shown with: {"; ".join(titles)}.</p>' if ground.outcomes else ""
        return self._when(ground.when) + only

    def _when(self, condition: Condition, lead: str = "When") -> str:
        alternatives = describe(self.rules, condition)
        if not alternatives:
            return ""
        if len(alternatives) == 1:
            return f'<p class="el-when">{lead}: {escape(alternatives[0])}.</p>'
        items = "".join(f"<li>{escape(one)}</li>" for one in alternatives)
        return f'<div class="el-when">{lead} one of these holds:<ul>{items}</ul></div>'

    def _data(self, condition: Condition) -> str:
        return f"data-when='{_attribute(condition_data(condition))}'"

    def _cites(self, cites: Iterable[Cite]) -> str:
        """Quotations folded under the names of their provisions: open without a script."""
        listed = tuple(cites)
        names = "; ".join(dict.fromkeys(self.places.label(cite.path) for cite in listed))
        quotes = "".join(map(self._quote, listed))
        return f'<details class="el-sources"><summary>{escape(names)}</summary>{quotes}</details>'

    def _quote(self, cite: Cite) -> str:
        words = html_of(self.places.pieces(cite.path, cite.words))
        return f'<blockquote class="el-quote"><p>“{words}” {self._link(cite.path)}</p></blockquote>'

    def _link(self, path: str) -> str:
        href = escape(self.base + self.places.address(path))
        return f'<a class="ref" data-path="{escape(path)}" href="{href}">{escape(self.places.label(path))}</a>'

    def _notes(self) -> Iterator[str]:
        yield '<section class="el-editions"><h2>What this rests on</h2><ul>'
        for edition in self.rules.edition:
            link = f'<a class="ref-external" href="{escape(edition.official)}">official text</a>'
            yield f"<li>{escape(edition.title)}, as of {escape(edition.as_of)}; unofficial translation; {link}</li>"
        yield "</ul><p>The two texts are not of the same date. What was changed later is not looked at.</p></section>"


def _attribute(data: object) -> str:
    """JSON for an attribute in single quotes."""
    return escape(json.dumps(data, separators=(",", ":")), quote=False).replace("'", "&#39;")
