"""The files to download: a module for each kind of content, found by the registry."""
