"""The records of a dossier, their vocabulary, and their addresses."""
