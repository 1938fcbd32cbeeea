"""``python -m tests.bench``: see questions.py."""

import sys

from tests.bench.questions import main

main(sys.argv[1:])
