"""What is made of the texts once they are understood: records, Akoma Ntoso, Markdown."""
