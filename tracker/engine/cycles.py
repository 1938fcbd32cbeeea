"""How often Python looks for objects that hold each other: rarely, as the nouns of a run never do."""

import gc

# Objects made between two looks, and looks at the young between two at the older. With Python's own numbers (700, 10,
# 10) looking takes a twentieth of a run over 150 articles, and a tenth of grouping 100,000 claims; with these a
# fiftieth, in the same memory.
RARELY = (50_000, 20, 100)


def look_rarely() -> None:
    """For this process, from now on."""
    gc.set_threshold(*RARELY)
