"""The verbs of the command, one module each: `arguments` declares its options, `run` does it."""

from publisher.verbs import build, check, cite, decide, export, search, serve
from publisher.verbs.verb import Verb

VERBS: tuple[Verb, ...] = (build.VERB, serve.VERB, check.VERB, export.VERB, search.VERB, cite.VERB, decide.VERB)
"""All verbs in the order of `shekara --help`."""
