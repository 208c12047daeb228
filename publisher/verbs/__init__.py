"""The verbs of the command, one module each: `arguments` declares its options, `run` does it."""

from publisher.verbs import build, check, cite, decide, export, serve
from publisher.verbs.verb import Verb

VERBS: tuple[Verb, ...] = (build.VERB, serve.VERB, check.VERB, export.VERB, cite.VERB, decide.VERB)
"""All verbs in the order of `shekara --help`."""
