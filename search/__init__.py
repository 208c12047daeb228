"""Finding a provision: records, the Whoosh index, the query language, and the browser's index."""
