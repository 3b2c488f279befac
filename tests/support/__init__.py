"""What several tests need: copies and builds of dossiers, servers, pages taken apart."""
