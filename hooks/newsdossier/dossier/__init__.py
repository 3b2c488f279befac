"""A dossier as a whole: its records and its originals, loaded from a folder."""
