"""Are the vectors of words by themselves those of the model?"""

from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from tracker.extract.parse import look_up
from tracker.extract.parse.look_up import LookUp
from tracker.extract.parse.pipeline import published

WORDS = [["The", "fire", "killed", "12", "in", "Key-West", ",", "she", "said"], ["  ", "The", "fires", "FIRE", "£3m"]]


def looking(component: str) -> Any:
    """What a component of the published model looks words up by."""
    model: Any = published().get_pipe(component)
    whole = model.model if component == "tok2vec" else model.model.get_ref("tok2vec").layers[0]
    return model.vocab, whole.layers[0]


@pytest.mark.parametrize("component", ["tok2vec", "ner"])
@pytest.mark.parametrize("most", [4096, 2])
def test_each_word_is_looked_up_as_the_model_does(component: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether what its marks add was kept, is new, or was forgotten."""
    monkeypatch.setattr(look_up, "MOST_ADDED", most)
    vocab, model = looking(component)
    ours = LookUp(model)
    for words in [*WORDS, WORDS[0]]:
        doc = Doc(vocab, words=words)
        (theirs,) = model.predict([doc])
        assert np.abs(ours(doc) - theirs).max() < 1e-5
