import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.group.marks import mark, mixed, step, steps, sums, word_mark


def test_a_count_is_rounded_to_the_middle_of_its_step():
    assert [step(n) for n in (0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 1000)] == [0, 1, 2, 3, 5, 5, 7, 10, 10, 14, 896]


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_steps_are_the_step_of_each(counts):
    assert steps(counts).tolist() == [step(count) for count in counts]


@given(st.integers(min_value=1, max_value=10**6))
def test_a_step_is_never_far_and_never_falls(count):
    assert step(count) <= step(count + 1)
    assert abs(step(count) - count) <= count / 4


def test_marks_of_words_stand_in_the_order_of_the_alphabet():
    listed = ["ferry", "barn", "mill", "aground", "élan"]
    assert sorted(listed, key=word_mark) == sorted(listed, key=str.encode)


def test_other_texts_have_other_marks():
    texts = [f"place {n}" for n in range(2000)]
    assert len(set(map(mark, texts))) == len(set(map(word_mark, texts))) == len(texts)


def test_sums_tell_sets_apart_and_heed_no_order():
    values = mixed(np.arange(6, dtype=np.uint64))
    ends = np.array([0, 3, 3, 6])
    first, none, second = sums(values, ends).tolist()
    assert none == 0
    assert first != second
    assert sums(np.concatenate([values[2::-1], values[3:]]), ends).tolist() == [first, none, second]
