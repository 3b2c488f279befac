"""What several pages show, a module a part."""
