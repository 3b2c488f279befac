"""What several tests need: copies and builds of dossiers, servers, pages taken apart."""

import pytest

# Tests that several classes inherit say as much of what has failed as those in test modules.
pytest.register_assert_rewrite("tests.support.whole_sites")
