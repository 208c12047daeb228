"""Making elements in the namespace of Akoma Ntoso 3.0."""

from __future__ import annotations

import re

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NAMESPACES: dict[str | None, str] = {None: NAMESPACE}
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) cannot hold."""

Element = etree._Element  # noqa: SLF001 - lxml gives its element no public name


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element with its children."""
    # The stubs of lxml know no default namespace.
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", attributes, NAMESPACES)  # type: ignore[arg-type]
    made.extend(children)
    return made


def sub(parent: Element, tag: str, attributes: dict[str, str] | None = None) -> Element:
    """A new element at the end of another."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def clean(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold; text that is printable has none."""
    return text if text.isprintable() else UNPRINTABLE.sub("\ufffd", text)
