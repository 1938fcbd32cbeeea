"""Sources named over what is known of each article go by the names that naming all claims at once gives."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import claim
from tracker.extract import Extraction, settle
from tracker.extract.naming import packed_names, read_names, renamed, settle_names, unpacked_names

OFFICES = [("belgorod governor", "Ivan Petrov"), ("belgorod governor", "Oleg Sidorov"), ("kherson mayor", "Ana Kovac")]
SOURCES = [
    ("the governor of Belgorod", "the governor of Belgorod", "official"),
    ("Kherson's mayor", "Kherson's mayor", "official"),
    ("Petrov", "Petrov", "official"),
    ("Petrov", "Petrov", "witness"),
    ("Kovac", "Kovac", "person"),
    ("Ivan Petrov", "Ivan Petrov", "official"),
    ("Maria Petrov", "Maria Petrov", "official"),
    ("", "The Daily", "narrator"),
]
said = st.tuples(st.sampled_from(SOURCES), st.sampled_from(["Russia", "Ukraine", ""]))
told = st.tuples(st.lists(said, max_size=4), st.lists(st.sampled_from(OFFICES), max_size=2, unique=True))


def extraction(number, drawn):
    sources, offices = drawn
    claims = tuple(
        claim(
            "x",
            article_id=f"art-{number}",
            start=at,
            claim_id=f"clm-{number}-{at}",
            source=source,
            source_name=name,
            source_kind=kind,
            party=party,
        )
        for at, ((source, name, kind), party) in enumerate(sources)
    )
    return Extraction(claims=claims, offices=tuple(offices))


@given(st.lists(told, max_size=5), st.integers(min_value=0, max_value=5))
def test_named_in_portions_as_all_at_once(drawn, first):
    extractions = [extraction(number, each) for number, each in enumerate(drawn)]
    claims = [list(each.claims) for each in extractions]
    kept = [packed_names(read_names(each.claims, each.offices)) for each in extractions]
    for known in (first, len(extractions)):
        names = [unpacked_names(each) for each in kept[:known]]
        for at, settled in enumerate(settle_names(names)):
            claims[at], again = renamed(claims[at], names[at], settled)
            kept[at] = packed_names(again)
    assert claims == [list(each.claims) for each in settle(extractions)]


def test_a_governor_goes_by_the_name_another_article_tells_until_a_third_tells_another():
    asking, telling, doubting = (
        extraction(0, ([(SOURCES[0], "Russia")], [])),
        extraction(1, ([], OFFICES[:1])),
        extraction(2, ([], OFFICES[1:2])),
    )
    names = [read_names(each.claims, each.offices) for each in (asking, telling, doubting)]
    (settled, *_) = settle_names(names[:2])
    assert settled == ("Ivan Petrov",)
    claims, kept = renamed(asking.claims, names[0], settled)
    assert [each.source_name for each in claims] == ["Ivan Petrov"]
    (unsettled, *_) = settle_names([kept, *names[1:]])
    assert renamed(claims, kept, unsettled)[0] == list(asking.claims)
