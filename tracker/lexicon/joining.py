"""Two word lists of one shape laid over each other."""

from typing import Any


def joined(ours: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """Ours with what is added: tables entry by entry, lists one after the other, anything else as the addition says.

    An entry we do not have comes before ours, as the first that fits wins in tables where that matters.

    >>> joined({"a": {"words": ["x"], "on": False}}, {"a": {"words": ["x", "y"], "on": True}, "b": {}})
    {'b': {}, 'a': {'words': ['x', 'y'], 'on': True}}
    """
    new = {key: value for key, value in added.items() if key not in ours}
    return new | {key: _laid_over(value, added[key]) if key in added else value for key, value in ours.items()}


def _laid_over(ours: Any, added: Any) -> Any:
    if isinstance(ours, dict) and isinstance(added, dict):
        return joined(ours, added)
    if isinstance(ours, list) and isinstance(added, list):
        return [*ours, *(each for each in added if each not in ours)]
    return added
