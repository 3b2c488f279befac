"""The pages of the site, and all that they are made of."""
