"""``python -m tracker`` is the command, and so is ``tracker``.

Worker processes begin by importing whatever was started, so nothing is imported here before it is needed.
"""

import gc
import sys


def main() -> int:
    """Run the command; the exit code."""
    from tracker.cli import main as command

    code = command()
    gc.freeze()  # as this process ends, nobody need look once more through all that it has loaded
    return code


if __name__ == "__main__":
    sys.exit(main())
