"""From the text of an act to its structure: blocks, references, amendments, terms, and what is rendered from them."""
