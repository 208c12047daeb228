"""Pictures from data: SVG whose colours come from the style sheet and whose labels are links to provisions."""
