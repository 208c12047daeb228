"""The thesaurus as SKOS in JSON-LD, to download."""

from __future__ import annotations

from typing import Any

from search.concepts import Concept, Concepts

CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prefLabel": {"@id": "skos:prefLabel", "@language": "en"},
    "altLabel": {"@id": "skos:altLabel", "@language": "en"},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@language": "en"},
    "scopeNote": {"@id": "skos:scopeNote", "@language": "en"},
    "editorialNote": {"@id": "skos:editorialNote", "@language": "en"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "narrower": {"@id": "skos:narrower", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "hasTopConcept": {"@id": "skos:hasTopConcept", "@type": "@id"},
    "isReferencedBy": {"@id": "dcterms:isReferencedBy", "@type": "@id"},
}
"""Names of SKOS and Dublin Core."""

SCHEME = "#scheme"
TITLE = "Concepts of the Law on the State Border of Kazakhstan and of the Rules for engagement of citizens"


def to_jsonld(concepts: Concepts, base: str = "urn:shekara:concept:") -> dict[str, Any]:
    """The concept scheme as a JSON-LD document; `json.dumps` it.

    Args:
        concepts: the thesaurus.
        base: what the ids of the concepts are appended to.
    """
    graph: list[dict[str, Any]] = [_scheme(concepts, base)]
    graph.extend(_concept(concept, concepts, base) for concept in concepts)
    return {"@context": CONTEXT, "@graph": graph}


def _scheme(concepts: Concepts, base: str) -> dict[str, Any]:
    top = [base + concept.id for concept in concepts if not concept.broader]
    return {"@id": base + SCHEME, "@type": "skos:ConceptScheme", "dcterms:title": TITLE, "hasTopConcept": top}


def _concept(concept: Concept, concepts: Concepts, base: str) -> dict[str, Any]:
    """One concept; properties without a value are left out."""
    told: dict[str, Any] = {
        "@id": base + concept.id,
        "@type": "skos:Concept",
        "prefLabel": concept.preferred,
        "altLabel": list(concept.alternative),
        "hiddenLabel": list(concept.hidden),
        "broader": [base + name for name in concept.broader],
        "narrower": [base + one.id for one in concepts.narrower(concept.id)],
        "related": [base + name for name in concept.related],
        "scopeNote": concept.note,
        "editorialNote": concept.inference,
        "isReferencedBy": [f"urn:shekara:{path.replace('/', ':')}" for path in concept.paths],
        "inScheme": base + SCHEME,
        "topConceptOf": "" if concept.broader else base + SCHEME,
    }
    return {name: value for name, value in told.items() if value}
