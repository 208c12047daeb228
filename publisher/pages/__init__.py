"""Pages made from the corpus and the editorial files, beside the acts themselves."""
