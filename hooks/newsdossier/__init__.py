"""Turn annotated news articles into the pages of a static site."""
