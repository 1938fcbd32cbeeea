"""``python -m tracker`` is the command."""

import sys

from tracker.cli import main

sys.exit(main())
