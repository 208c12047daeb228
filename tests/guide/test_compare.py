"""Comparing two wordings: no word is lost, what is shared is shared, and lists are laid side by side in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.compare import Run, align, compare, likeness

WORDS = st.lists(
    st.sampled_from(["the", "State", "Border,", "border", "of", "citizens;", "frontier", "zone", "1)", "–"]), min_size=1
)
SCORES = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0, 1))


@given(WORDS, WORDS)
def test_no_word_is_lost_or_changed(left: list[str], right: list[str]) -> None:
    """The runs of each side, joined, are its words."""
    one, two = compare(" ".join(left), " ".join(right))
    assert " ".join(run.text for run in one) == " ".join(left)
    assert " ".join(run.text for run in two) == " ".join(right)


@given(WORDS, WORDS)
def test_shared_words_are_the_same_on_both_sides(left: list[str], right: list[str]) -> None:
    """What is not marked stands on both sides in the same order, whatever its capitals and punctuation."""
    one, two = compare(" ".join(left), " ".join(right))
    assert [_bare(run) for run in one if run.same] == [_bare(run) for run in two if run.same]


@given(WORDS)
def test_the_same_words_are_one_run(words: list[str]) -> None:
    """A text does not differ from itself."""
    text = " ".join(words)
    assert compare(text, text) == ((Run(text, same=True),), (Run(text, same=True),))


def test_the_law_and_the_rules_on_offences() -> None:
    """The words that differ are marked, the others are not."""
    one, two = compare(
        "commitment of intended administrative infractions;", "commitment of willful administrative offences;"
    )
    assert [run.text for run in one if not run.same] == ["intended", "infractions;"]
    assert [run.text for run in two if not run.same] == ["willful", "offences;"]


def test_a_short_word_between_differences_is_noise() -> None:
    """The word "of" alone between two differences helps nobody; a word at the end does."""
    one, _ = compare("groups of citizens are:", "squads of persons are:")
    assert one == (Run("groups of citizens", same=False), Run("are:", same=True))


@given(st.integers(0, 6), st.integers(0, 6), SCORES)
def test_every_item_stands_once_and_in_order(left: int, right: int, scores: dict[tuple[int, int], float]) -> None:
    """Aligning loses no item, repeats none, and pairs never cross."""
    pairs = align(left, right, lambda one, two: scores.get((one, two), 0.0))
    assert [one for one, _ in pairs if one is not None] == list(range(left))
    assert [two for _, two in pairs if two is not None] == list(range(right))


def test_alike_items_find_each_other() -> None:
    """The third of one list may stand beside the second of the other."""
    left = ["render assistance", "prevent infractions", "apply physical force and other means"]
    right = ["individual prevention of offences", "use of physical force or other means"]
    assert align(3, 2, lambda one, two: likeness(left[one], right[two])) == ((0, None), (1, 0), (2, 1))


def _bare(run: Run) -> list[str]:
    return [word.strip(".,;:()").casefold() for word in run.text.split(" ")]
