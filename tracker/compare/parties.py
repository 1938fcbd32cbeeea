"""Which voices stand against each other, whatever the day: opposed sides, and a record against a statement."""

from tracker.compare.voices import Voice
from tracker.lexicon import words


def opposed(left: Voice, right: Voice) -> bool:
    """Do the two speak for different sides? Sources that speak for no side oppose nobody."""
    return bool(left.parties and right.parties) and not left.parties & right.parties


def record_against_word(left: Voice, right: Voice) -> bool:
    """Is one a document or footage, the other somebody's word? A leaked list does not continue the tally it tests."""
    return (_record(left) and _word(right)) or (_record(right) and _word(left))


def _record(voice: Voice) -> bool:
    return bool(voice.kinds & words("accounts", "evidence", "kinds"))


def _word(voice: Voice) -> bool:
    return not _record(voice) and voice.kinds != {"narrator"}
