"""What an outlet says of proof: “claimed without evidence that …”, “It offered no proof”.

The doubt is the outlet's own and answers the claim it speaks of, which stays its speaker's.
"""

from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import SUBJECTS, trim
from tracker.extract.parse import Passage, Token
from tracker.extract.speakers import can_speak
from tracker.lexicon import words


def unproven_frame(passage: Passage, token: Token) -> Frame | None:
    """ "Without evidence", "without offering any proof", "offered no evidence", "did not provide proof"."""
    proof = proof_lacked(token)
    if proof is None:
        return None
    low, high = sorted((token.i, proof.i))
    cue = trim(passage, passage.cover(passage.doc[low : high + 1]))
    if cue is None:
        return None
    return Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=None,
        source=None,
        fragments=(cue,),
        stance="doubts",
        rule="unproven",
        otherwise=True,
    )


def doubts_speaker(word: Token) -> bool:
    """Does the outlet's doubt begin here: "said 40 were killed but offered no proof"? The dead could offer none."""
    if word.lower_ == "without":
        return word.nbor(-1).text == "," and proof_lacked(word) is not None
    if word.dep_ != "cc":
        return False
    giving = next((each for each in word.head.children if each.dep_ == "conj" and each.i > word.i), None)
    if giving is None or any(child.dep_ in SUBJECTS for child in giving.children) or proof_lacked(giving) is None:
        return False
    subject = next((child for child in word.head.children if child.dep_ in SUBJECTS), None)
    return subject is None or subject.dep_ == "nsubjpass" or not can_speak(subject)


def proof_lacked(token: Token) -> Token | None:
    """The proof that "without", or a verb of giving under a negation, says was not there."""
    if token.lower_ == "without":
        below = list(token.children)
        given = (grand for child in below if _gives(child) for grand in child.children if grand.dep_ == "dobj")
        return next((word for word in (*below, *given) if _is_proof(word)), None)
    if not _gives(token):
        return None
    proof = next((child for child in token.children if child.dep_ == "dobj" and _is_proof(child)), None)
    negated = any(child.dep_ == "neg" for child in token.children)
    bare = proof is not None and any(child.lower_ in ("no", "little", "scant") for child in proof.children)
    return proof if bare or negated else None


def _gives(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in words("cues", "unproven", "verbs")


def _is_proof(token: Token) -> bool:
    return token.lemma_.lower() in words("cues", "unproven", "nouns")
