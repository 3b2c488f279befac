"""Puts finished files in their place."""
