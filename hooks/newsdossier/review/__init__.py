"""Describes what a change does to a dossier."""
