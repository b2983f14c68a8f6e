"""Papers: words from templates, blocks from words, pages from blocks."""
