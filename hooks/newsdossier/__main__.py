"""Run the command line with `python -m newsdossier`."""

import sys

from newsdossier.cli import main

sys.exit(main())
