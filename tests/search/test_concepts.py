"""The thesaurus and what readers ask: what is right is read whole, what is wrong is one line with file and line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parser.errors import EditorialError
from search.asked import load_asked
from search.concepts import Concepts, load_concepts
from search.skos import to_jsonld

CONCEPTS = """\
concepts:
  - id: quarantine-belt
    preferred: quarantine belt
    alternative: [belt against disease]
    hidden: [epidemic]
    definitions: [law/2/28]
    broader: [belts]
    related: [hunting]
    provisions:
      - {path: law/26/1, quote: the quarantine belt shall be built up}
    inference: This site takes them for the same.
    note: A note.
  - id: hunting
    preferred: hunting
    provisions: [{path: law/25/4, quote: Hunting in frontier belt}]
  - id: belts
    preferred: belts
    provisions: [{path: law/55/4, quote: 'frontier belt, quarantine belt'}]
"""

WRONG_CONCEPTS = [
    ("an unknown key", "    note: A note.", "    notes: A note.", '12: unknown key "notes"; known: id, preferred'),
    ("an unknown key in a provision", "quote: the q", "words: the q", '10: unknown key "words"; known: path, quote'),
    ("an unknown key above all", "concepts:\n", "more: 1\nconcepts:\n", '1: unknown key "more"; known: concepts'),
    ("no id", "- id: hunting\n    preferred", "- preferred", '13: "id" is missing or empty'),
    ("no label", "    preferred: hunting\n", "", '13: "preferred" is missing or empty'),
    (
        "no provisions",
        "[{path: law/55/4, quote: 'frontier belt, quarantine belt'}]",
        "[]",
        '16: "provisions" is missing',
    ),
    (
        "a path for a list",
        "[{path: law/25/4, quote: Hunting in frontier belt}]",
        "law/25/4",
        "15: a list of {path, quote}",
    ),
    (
        "a provision that is text",
        "[{path: law/25/4, quote: Hunting in frontier belt}]",
        "[law/25/4]",
        "15: a mapping is",
    ),
    ("a provision that is not there", "law/26/1", "law/26/9", '10: there is no provision "law/26/9"'),
    ("a definition that is not there", "law/2/28", "law/2/99", '6: there is no provision "law/2/99"'),
    (
        "a quotation of nothing",
        "shall be built up",
        "must be built up",
        '10: "the quarantine belt must be built up" does',
    ),
    ("a quotation of elsewhere", "law/26/1,", "law/26/2,", 'built up" does not stand in law/26/2'),
    ("an empty quotation", "the quarantine belt shall be built up", "''", '10: "quote" is missing or empty'),
    ("an id twice", "id: belts", "id: hunting", '16: the id "hunting" stands twice'),
    ("an id with capitals", "id: belts", "id: Belts", '16: "Belts" is no id: lower-case letters, digits, hyphens'),
    ("an id with a space", "id: belts", "id: be lts", '16: "be lts" is no id'),
    ("an unknown broader concept", "broader: [belts]", "broader: [zones]", '7: "zones" is no other concept\'s id'),
    (
        "an unknown related concept",
        "related: [hunting]",
        "related: [fishing]",
        '8: "fishing" is no other concept\'s id',
    ),
    (
        "a concept related to itself",
        "related: [hunting]",
        "related: [quarantine-belt]",
        '8: "quarantine-belt" is no other',
    ),
    ("a circle", "preferred: belts\n", "preferred: belts\n    broader: [quarantine-belt]\n", "is broader than itself"),
    (
        "a label twice",
        "hidden: [epidemic]",
        "hidden: [Hunting]",
        '14: the label "hunting" stands twice (also in "quaran',
    ),
    (
        "a label twice in one",
        "hidden: [epidemic]",
        "hidden: [Quarantine  BELT]",
        '5: the label "Quarantine BELT" stands',
    ),
    ("a label that is a number", "hidden: [epidemic]", "hidden: [19]", '5: "hidden" must be a list of texts'),
    ("a label that is a truth", "preferred: hunting", "preferred: yes", "14: a label must be text"),
    ("a text for a list", "hidden: [epidemic]", "hidden: epidemic", '5: "hidden" must be a list of texts'),
    ("a concept that is text", "concepts:\n", "concepts:\n  - hunting\n", '2: an item of "concepts" is no mapping'),
    ("a bracket left open", "hidden: [epidemic]", "hidden: [epidemic", "not valid YAML"),
    ("a tab", "    note: A note.", "\tnote: A note.", "12: not valid YAML"),
    ("a text for the whole", CONCEPTS, "concepts", "1: "),
    ("nothing", CONCEPTS, "", "1: the file is empty"),
]

ASKED = """\
law/26/1:
  phrases:
    - what is against epidemics
    - who keeps diseases out
  words: virus  fever
  further:
    words: >-
      plague
law/25/4: {phrases: [may I hunt at the border]}
"""

WRONG_ASKED = [
    ("a provision that is not there", "law/26/1:", "law/26/9:", '1: there is no provision "law/26/9"'),
    (
        "a phrase twice",
        "who keeps diseases out",
        "what is against epidemics",
        '1: "what is against epidemics" stands twice under law/26/1',
    ),
    ("a word twice", "      plague", "      plague fever", '1: "fever" stands twice under law/26/1'),
    ("a list for words", "words: virus  fever", "words: [virus]", "5: words are expected, with spaces between them"),
    ("an unknown key", "words: virus", "word: virus", '1: "law/26/1" needs phrases or words or further'),
    ("an unknown key further", "words: >-", "word: >-", '6: "law/26/1" needs phrases or words'),
    ("nothing further", "  further:\n    words: >-\n      plague\n", "  further: []\n", '6: "law/26/1" needs phrases'),
    ("a text for a list", "[may I hunt at the border]", "may I hunt", "9: a list of phrases is expected"),
    ("nothing asked", "{phrases: [may I hunt at the border]}", "{}", '9: "law/25/4" needs phrases or words or further'),
    ("an empty phrase", "[may I hunt at the border]", "['']", "9: a phrase is no text; put it in quotes"),
    ("a phrase that is a truth", "who keeps diseases out", "yes", "4: a phrase is no text; put it in quotes"),
    ("a phrase that is a mapping", "who keeps diseases out", "who keeps: diseases out", "4: a phrase is no text"),
    ("a list for a mapping", ASKED, "- law/26/1", "1: a mapping from paths to what is asked is expected"),
    ("a bracket left open", "at the border]}", "at the border", "not valid YAML"),
    ("nothing", ASKED, "", "1: the file is empty"),
]

JOINED = [
    ("frontier zone", "border zone"),
    ("frontier space", "border space"),
    ("Frontier Service", "Border Service"),
    ("crossing point", "checkpoint"),
    ("part-time employee", "non-staff member of the Border Service"),
    ("voluntary squad", "vigilante group"),
    ("voluntary squad", "volunteer group"),
    ("voluntary squad", "volunteer team"),
    ("Border Service Book", "Border Service Log"),
]
"""Labels of one concept each: what the one translation says and what the other says."""

EVERYDAY = ["UAV", "drone", "fingerprints", "epidemic", "truck", "police", "salary"]


@pytest.fixture(scope="module")
def thesaurus(root: Path, corpus: Any) -> Concepts:
    """The real thesaurus."""
    return load_concepts(root / "content" / "editorial" / "concepts.yml", corpus, root)


def labelled(thesaurus: Concepts, label: str) -> set[str]:
    """The ids of the concepts that have a label."""
    return {concept.id for concept in thesaurus if label.lower() in {one.lower() for one in concept.labels}}


def refused(load: Callable[[], object], file: str, message: str) -> None:
    """A loader says what is wrong in one line that begins with file and line."""
    with pytest.raises(EditorialError) as caught:
        load()
    assert re.match(rf"{re.escape(file)}:\d+: \S", str(caught.value))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def spoilt(text: str, right: str, wrong: str) -> str:
    """A text with one thing changed."""
    assert text.count(right) >= 1
    return text.replace(right, wrong, 1)


def test_the_small_thesaurus_is_right(tmp_path: Path, corpus: Any) -> None:
    """The file that the next test spoils is right by itself."""
    path = tmp_path / "concepts.yml"
    path.write_text(CONCEPTS, encoding="utf-8")
    concepts = load_concepts(path, corpus, tmp_path)
    belt = concepts["quarantine-belt"]
    assert [concept.id for concept in concepts] == ["quarantine-belt", "hunting", "belts"]
    assert belt.labels == ("quarantine belt", "belt against disease", "epidemic")
    assert belt.paths == ("law/26/1", "law/2/28")
    assert belt.address == "concepts/quarantine-belt.html"
    assert concepts.narrower("belts") == (belt,)


@pytest.mark.parametrize("case", WRONG_CONCEPTS, ids=lambda case: case[0])
def test_a_wrong_thesaurus_is_refused(tmp_path: Path, corpus: Any, case: tuple[str, ...]) -> None:
    _, right, wrong, message = case
    path = tmp_path / "concepts.yml"
    path.write_text(spoilt(CONCEPTS, right, wrong), encoding="utf-8")
    refused(lambda: load_concepts(path, corpus, tmp_path), "concepts.yml", message)


def test_a_thesaurus_that_is_missing_or_unreadable_is_refused(tmp_path: Path, corpus: Any) -> None:
    path = tmp_path / "concepts.yml"
    refused(lambda: load_concepts(path, corpus, tmp_path), "concepts.yml", "1: the file is missing")
    path.write_bytes(b"concepts: \xff")
    refused(lambda: load_concepts(path, corpus, tmp_path), "concepts.yml", "1: not UTF-8 at byte 10")


def test_the_small_file_of_questions_is_right(tmp_path: Path, corpus: Any) -> None:
    """Phrases of one provision may stand in several files."""
    (tmp_path / "law-1.yml").write_text(ASKED, encoding="utf-8")
    (tmp_path / "law-2.yml").write_text("law/25/4: {phrases: ['a  second\n   phrase']}\n", encoding="utf-8")
    found = load_asked(tmp_path, corpus, tmp_path)
    assert found["law/25/4"].phrases == ("may I hunt at the border", "a second phrase")
    assert found["law/26/1"].phrases == ("what is against epidemics", "who keeps diseases out")
    assert (found["law/26/1"].words, found["law/26/1"].further_words) == (("virus", "fever"), ("plague",))


@pytest.mark.parametrize("case", WRONG_ASKED, ids=lambda case: case[0])
def test_a_wrong_file_of_questions_is_refused(tmp_path: Path, corpus: Any, case: tuple[str, ...]) -> None:
    _, right, wrong, message = case
    (tmp_path / "law.yml").write_text(spoilt(ASKED, right, wrong), encoding="utf-8")
    refused(lambda: load_asked(tmp_path, corpus, tmp_path), "law.yml", message)


def test_a_number_for_a_path_is_refused_with_its_line(tmp_path: Path, corpus: Any) -> None:
    (tmp_path / "law.yml").write_text(spoilt(ASKED, "law/25/4:", "25:"), encoding="utf-8")
    refused(lambda: load_asked(tmp_path, corpus, tmp_path), "law.yml", 'law.yml:9: there is no provision "25"')


def test_a_key_twice_is_refused(tmp_path: Path, corpus: Any) -> None:
    (tmp_path / "law.yml").write_text(ASKED + "law/26/1: {words: what else}\n", encoding="utf-8")
    refused(lambda: load_asked(tmp_path, corpus, tmp_path), "law.yml", "law.yml:10: ")


def test_there_are_many_concepts_each_with_provisions(thesaurus: Concepts) -> None:
    assert len(thesaurus) >= 120
    assert [concept.id for concept in thesaurus if not concept.provisions] == []


def test_every_quotation_stands_in_its_provision(thesaurus: Concepts, corpus: Any) -> None:
    """In the text as received or after emendations; asked of the corpus, not of the loader."""
    for concept in thesaurus:
        for place in concept.provisions:
            assert len(place.quote) > 3
            assert any(place.quote in text(place.path) for text in (corpus.text_of, corpus.corrected_text_of))


@pytest.mark.parametrize(("one", "other"), JOINED)
def test_the_two_translations_are_joined_as_an_inference(thesaurus: Concepts, one: str, other: str) -> None:
    both = labelled(thesaurus, one) & labelled(thesaurus, other)
    assert len(both) == 1
    concept = thesaurus[both.pop()]
    assert {one.lower(), other.lower()} <= {label.lower() for label in (concept.preferred, *concept.alternative)}
    assert concept.inference


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_lead_to_a_concept(thesaurus: Concepts, word: str) -> None:
    assert len(labelled(thesaurus, word)) == 1


def test_what_equates_words_of_two_acts_is_marked_as_an_inference(thesaurus: Concepts, corpus: Any) -> None:
    """One label that only the Law has and one that only the Rules and the Decree have, or a definition in each."""
    law, others = said(corpus, "law"), f"{said(corpus, 'decree')} {said(corpus, 'rules')}"
    unmarked = []
    for concept in thesaurus:
        shown = [label.lower() for label in (concept.preferred, *concept.alternative)]
        only_law = [label for label in shown if label in law and label not in others]
        only_others = [label for label in shown if label in others and label not in law]
        defining = {path.startswith("law/") for path in concept.definitions}
        if ((only_law and only_others) or len(defining) == 2) and not concept.inference:
            unmarked.append(concept.id)
    assert unmarked == []


def said(corpus: Any, act: str) -> str:
    """All words of an act, in lower case."""
    return " ".join(f"{corpus.text_of(act)} {corpus.corrected_text_of(act)}".lower().split())


def test_readers_questions_lead_to_most_provisions(root: Path, corpus: Any) -> None:
    asked = load_asked(root / "content" / "editorial" / "asked", corpus, root)
    assert len(asked) >= 400
    assert {path.split("/")[0] for path in asked} == {"law", "decree", "rules"}


def test_the_download_is_skos_with_every_concept(thesaurus: Concepts) -> None:
    document = json.loads(json.dumps(to_jsonld(thesaurus)))
    scheme, *concepts = document["@graph"]
    assert scheme["@type"] == "skos:ConceptScheme"
    assert {concept["@type"] for concept in concepts} == {"skos:Concept"}
    assert [concept["prefLabel"] for concept in concepts] == [concept.preferred for concept in thesaurus]
    assert [concept["@id"].rsplit(":", 1)[1] for concept in concepts] == [concept.id for concept in thesaurus]
    assert all(concept["inScheme"] == scheme["@id"] for concept in concepts)
    assert scheme["hasTopConcept"] == [concept["@id"] for concept in concepts if "topConceptOf" in concept]


def test_the_download_names_the_properties_of_skos(thesaurus: Concepts) -> None:
    document = to_jsonld(thesaurus)
    terms = document["@context"]
    assert terms["skos"] == "http://www.w3.org/2004/02/skos/core#"
    for name in (
        "prefLabel",
        "altLabel",
        "hiddenLabel",
        "broader",
        "narrower",
        "related",
        "scopeNote",
        "editorialNote",
    ):
        assert terms[name]["@id"] == f"skos:{name}"
        assert any(name in node for node in document["@graph"])
    for node in document["@graph"]:
        assert {name for name in node if ":" not in name and name[0] != "@"} <= set(terms)


def test_relations_in_the_download_lead_to_concepts_and_back(thesaurus: Concepts) -> None:
    by_id = {node["@id"]: node for node in to_jsonld(thesaurus)["@graph"]}
    for name, node in by_id.items():
        for relation, back in (("broader", "narrower"), ("narrower", "broader")):
            assert all(name in by_id[other][back] for other in node.get(relation, []))
        assert set(node.get("related", [])) <= set(by_id)


def test_references_in_the_download_name_provisions(thesaurus: Concepts, corpus: Any) -> None:
    for node in to_jsonld(thesaurus)["@graph"][1:]:
        paths = [name.removeprefix("urn:shekara:").replace(":", "/") for name in node["isReferencedBy"]]
        assert paths
        assert all(corpus.has(path) for path in paths)
