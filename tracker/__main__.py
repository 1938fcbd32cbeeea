"""``python -m tracker`` is the command, and so is ``tracker``.

Worker processes begin by importing whatever was started, so nothing is imported here before it is needed.
"""

import sys


def main() -> int:
    """Run the command; the exit code."""
    from tracker.cli import main as command

    return command()


if __name__ == "__main__":
    sys.exit(main())
