"""Two who write and one who reads at once, each a process of its own: nothing is lost, and nobody sees half."""

from tests.bench.writers import CLAIMS, work


def test_nothing_is_lost_between_two_who_write_and_one_who_reads(place: str) -> None:
    told = work(place, 2)
    written = told["first"].done + told["second"].done
    assert min(told["first"].done, told["second"].done, told["reader"].done) > 0
    assert told["held"] == {"articles": written, "claims": CLAIMS * written, "decisions": written}
    assert told["is_well"]
