"""Characters, words and matching: what knows nothing of dossiers."""
