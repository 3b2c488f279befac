"""What several pages share, a module for each part."""
