"""Reads files as text, and text as values that know their place."""
