"""Drafts and skeletons for contributors."""
