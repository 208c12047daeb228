"""What is made of a corpus: Markdown pages, Akoma Ntoso, JSON. Nothing here changes or adds to the words."""
