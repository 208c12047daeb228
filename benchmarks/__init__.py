"""What the parser and the site cost, measured against their anchors: `python -m benchmarks [name]`."""
