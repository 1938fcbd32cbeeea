"""The alarms read by hand: listed so that anybody can dispute them, and found again."""

from tests.evaluate.alarms import Alarm, judge, read_alarms, summary


def alarm(*documents, numbers=(3.0, 5.0), measure="killed", **more):
    return Alarm(documents=frozenset(documents), measure=measure, numbers=frozenset(numbers), **more)


def test_each_listed_alarm_has_a_verdict_and_a_false_one_its_cause():
    listed = read_alarms()
    assert listed
    assert all(each.verdict in {"true", "false"} for each in listed)
    assert all(bool(each.cause) == (each.verdict == "false") for each in listed)


def test_an_alarm_is_known_by_its_numbers_and_a_document():
    known = [alarm("a", "b", verdict="true"), alarm("c", "d", verdict="false", cause="an age")]
    now = [alarm("b", "x"), alarm("d"), alarm("a", numbers=(3.0, 6.0)), alarm("a", measure="injured")]
    assert [each.verdict for each in judge(now, known)] == ["true", "false", "", ""]


def test_the_share_of_true_alarms():
    told = summary([alarm("a", verdict="true"), alarm("b", verdict="false", cause="an age"), alarm("c")])
    assert told.splitlines() == ["3 raised, 2 read, 1 true: 0.500", "  false, an age: 1"]
