from hypothesis import given
from hypothesis import strategies as st

from tracker.report.split import Piece, anchors, lead, pack, places


@given(st.lists(st.integers(0, 30), max_size=30), st.integers(1, 60), st.integers(1, 6))
def test_nothing_is_lost_or_moved_and_no_page_is_too_large(sizes: list[int], largest: int, most: int) -> None:
    pages = list(pack(sizes, largest=largest, most=most))
    assert [place for page in pages for place in page] == list(range(len(sizes)))
    assert all(len(page) == 1 or sum(sizes[place] for place in page) <= largest for page in pages)
    assert all(0 < len(page) <= most for page in pages)


def test_the_size_is_that_of_the_file() -> None:
    assert len(Piece("“é”".encode())) == 8


FILES = {
    "a b.html": '<p id="top"><a href="#clm-a">x</a> <a href="#top">y</a> <a href="#gone">z</a></p>',
    "a b-1.html": '<p id="top"><mark id="clm-a">href=&#34;#clm-a&#34;</mark> <a href="#top">y</a></p>',
}


def test_a_link_to_another_page_bears_its_name() -> None:
    homes = places((name, anchors(html)) for name, html in FILES.items())
    assert lead(FILES["a b.html"], homes).startswith('<p id="top"><a href="a%20b-1.html#clm-a">x</a>')


def test_a_link_within_the_page_and_one_that_leads_nowhere_stay() -> None:
    homes = places((name, anchors(html)) for name, html in FILES.items())
    assert '<a href="#top">y</a> <a href="#gone">' in lead(FILES["a b.html"], homes)
    assert lead(FILES["a b-1.html"], homes) == FILES["a b-1.html"]
