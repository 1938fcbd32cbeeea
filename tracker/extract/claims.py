"""Claims: frames with their speakers, scenes, figures and accounts brought together.

A figure belongs to the innermost attribution whose words hold it; what no source said is the article's own voice, one
claim a sentence that tells of figures or of what happened. Where the figures of one sentence play in two scenes the
claim is told once for each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tracker.extract.accounts import AccountMention, aimed_at, find_accounts
from tracker.extract.events import event_verbs, kind_of_event
from tracker.extract.figures import FigureMention
from tracker.extract.frames import Frame
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.quotations import Quotation
from tracker.extract.scenes import Scene, Setting, Telling, name_places, settings_by_token
from tracker.extract.sources import Cast, Speaker, resolve
from tracker.lexicon import read_lexicon
from tracker.model import Account, Article, Claim, Figure, Span, content_id

# How sure we are of a source: a name or a described body, a pronoun resolved, a quotation that only follows another.
SURE, RESOLVED, FOLLOWING = 0.9, 0.75, 0.65


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before its figures: whose words, which words, where."""

    passage: Passage
    speaker: Speaker | None
    fragments: tuple[Span, ...]
    frame: Frame | None = None
    via: tuple[str, ...] = ()
    confidence: float = SURE
    answers: tuple[int, int] | None = None
    figures: tuple[FigureMention, ...] = field(default=())

    @property
    def start(self) -> int:
        """Where the words said begin."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the words said end."""
        return self.fragments[-1].end

    @property
    def key(self) -> tuple[int, int]:
        """What tells this draft from the article's others."""
        return self.start, self.frame.cue_span.start if self.frame is not None else -1

    def holds(self, span: Span) -> bool:
        """Do the words said hold a stretch of text?"""
        return any(fragment.meets(span) for fragment in self.fragments)

    def tokens(self) -> list[Token]:
        """The tokens of the words said that stand in the draft's own paragraph."""
        return [token for fragment in self.fragments for token in self.passage.tokens(fragment)]


def draft_claims(
    passages: Sequence[Passage], frames: Sequence[Sequence[Frame]], quotations: Sequence[Sequence[Quotation]]
) -> list[Draft]:
    """The attributed claims of an article in order, speakers resolved, relays noted, quotations that run on joined."""
    cast, drafts = Cast(), []
    for passage, found, quoted in zip(passages, frames, quotations, strict=True):
        own = [_draft(frame, cast) for frame in found]
        own += _running_on(passage, quoted, own, drafts)
        drafts += _relayed(own)
    return _answering(drafts)


def _draft(frame: Frame, cast: Cast) -> Draft:
    speaker = resolve(frame, cast)
    pronoun = frame.head is not None and frame.head.pos_ == "PRON"
    sure = RESOLVED if pronoun or frame.head is None else SURE
    return Draft(passage=frame.passage, speaker=speaker, fragments=frame.fragments, frame=frame, confidence=sure)


def _running_on(
    passage: Passage, quoted: Sequence[Quotation], own: Sequence[Draft], before: Sequence[Draft]
) -> list[Draft]:
    """A paragraph that is all quotation and has no frame goes on with the speaker of the quotation before it."""
    if own or not quoted or not before or passage.zone != "body":
        return []
    width = sum(quotation.outer.end - quotation.outer.start for quotation in quoted)
    previous = before[-1]
    if width < 0.6 * len(passage.doc.text.strip()) or passage.index - previous.passage.index > 1:
        return []
    if previous.frame is None and previous.confidence != FOLLOWING:
        return []
    spans = tuple(quotation.span for quotation in quoted)
    return [Draft(passage=passage, speaker=previous.speaker, fragments=spans, confidence=FOLLOWING)]


def _relayed(drafts: list[Draft]) -> list[Draft]:
    """A claim inside another's words came through its source: outermost first."""
    return [replace(draft, via=_via(draft, drafts)) for draft in drafts]


def _via(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    if draft.frame is None:
        return ()
    hull = draft.frame.hull
    outer = [other for other in drafts if other is not draft and any(span.holds(hull) for span in other.fragments)]
    outer.sort(key=lambda other: other.start - other.end)
    names = [other.speaker.name for other in outer if other.speaker is not None and other.speaker.name]
    return tuple(dict.fromkeys(names))


def _answering(drafts: list[Draft]) -> list[Draft]:
    """ "… suggests otherwise" answers the claim before it, of another speaker, in its own paragraph or the last one."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.frame is not None and draft.frame.otherwise:
            draft = replace(draft, answers=_answered(draft, drafts))
        found.append(draft)
    return found


def _answered(draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int] | None:
    earlier = [
        other
        for other in drafts
        if other.start < draft.start
        and other.speaker != draft.speaker
        and draft.passage.index - other.passage.index <= 1
    ]
    return max(earlier, key=lambda other: other.start).key if earlier else None


# -- the article's own voice ---------------------------------------------------------------------------------------


def own_voice(
    passages: Sequence[Passage], drafts: Sequence[Draft], mentions: Sequence[Sequence[FigureMention]]
) -> list[Draft]:
    """The article's own claims: its sentences that hold figures no source gave, and its first word of what happened."""
    found = []
    for passage, figures in zip(passages, mentions, strict=True):
        loose = [figure for figure in figures if not any(draft.holds(figure.span) for draft in drafts)]
        for sentence in passage.doc.sents:
            span = passage.cover(sentence)
            held = [figure for figure in loose if span.meets(figure.span)]
            first = not found and not drafts or passage.zone == "headline"
            if held or (first and _tells(passage, sentence, drafts)):
                found.append(Draft(passage=passage, speaker=None, fragments=(_tight(passage, span),)))
    return found


def _tight(passage: Passage, span: Span) -> Span:
    text = passage.article.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start=start, end=start + len(text.strip()))


def _tells(passage: Passage, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    free = not any(draft.holds(passage.cover(sentence)) for draft in drafts)
    return free and any(kind_of_event(token) not in ("", "general") for token in sentence)


def share_figures(drafts: Sequence[Draft], mentions: Iterable[FigureMention]) -> list[Draft]:
    """Each figure to the innermost claim that holds it; a figure denied on the spot is nobody's."""
    held: dict[int, list[FigureMention]] = {}
    for mention in mentions:
        if mention.negated:
            continue
        holding = [
            (draft.end - draft.start, number) for number, draft in enumerate(drafts) if draft.holds(mention.span)
        ]
        if holding:
            held.setdefault(min(holding)[1], []).append(mention)
    return [replace(draft, figures=tuple(held.get(number, ()))) for number, draft in enumerate(drafts)]


# -- rows ----------------------------------------------------------------------------------------------------------


def write_claims(
    article: Article, drafts: Sequence[Draft], telling: Telling
) -> Iterator[tuple[Claim, list[Figure], list[Account]]]:
    """The rows of each draft: a claim for every scene its figures play in."""
    settings = settings_by_token(telling)
    ids: dict[tuple[int, int], str] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end)):
        accounts = find_accounts(draft.passage, draft.tokens(), _stance(draft))
        for number, (scene, figures) in enumerate(_by_scene(draft, settings, telling)):
            answered = ids.get(draft.answers, "") if draft.answers else ""
            claim = _claim(article, draft, telling.scenes[scene], _setting(draft, figures, settings), answered)
            ids.setdefault(draft.key, claim.claim_id)
            rows = [_figure(claim, figure, settings, draft, telling.scenes[scene]) for figure in figures]
            yield claim, _once(rows), [_account(article, claim, account) for account in accounts if number == 0]


def _by_scene(
    draft: Draft, settings: dict[tuple[int, int], Setting], telling: Telling
) -> list[tuple[int, list[FigureMention]]]:
    """The scenes a claim plays in, each with its figures; where it has no figure, the scene most of its words play in."""
    figures = sorted(draft.figures, key=lambda figure: (_scene(draft, figure.head, settings), figure.span))
    if figures:
        return [
            (scene, list(group))
            for scene, group in groupby(figures, key=lambda figure: _scene(draft, figure.head, settings))
        ]
    scenes = [_scene(draft, token.i, settings) for token in draft.tokens()] or [telling.current]
    return [(max(set(scenes), key=lambda scene: (scenes.count(scene), -scene)), [])]


def _scene(draft: Draft, token: int, settings: dict[tuple[int, int], Setting]) -> int:
    setting = settings.get((draft.passage.index, token))
    return setting.scene if setting is not None else 0


def _setting(
    draft: Draft, figures: Sequence[FigureMention], settings: dict[tuple[int, int], Setting]
) -> Setting | None:
    tokens = [figure.head for figure in figures] or [token.i for token in draft.tokens()]
    found = [settings.get((draft.passage.index, token)) for token in tokens]
    return next((setting for setting in found if setting is not None and setting.places), None)


def _stance(draft: Draft) -> str:
    return draft.frame.stance if draft.frame is not None else "asserts"


def _claim(article: Article, draft: Draft, scene: Scene, setting: Setting | None, answers: str) -> Claim:
    text = article.text[draft.start : draft.end]
    speaker, frame = draft.speaker, draft.frame
    source, cue = (frame.source, frame.cue_span) if frame is not None else (None, None)
    key = (article.article_id, draft.start, draft.end, source and source.start, cue and cue.start, scene.number)
    days = scene.days
    return Claim(
        claim_id=content_id("clm", *key),
        article_id=article.article_id,
        start=draft.start,
        end=draft.end,
        text=text,
        zone=draft.passage.zone,
        source=article.text[source.start : source.end] if source else "",
        source_start=source.start if source else -1,
        source_end=source.end if source else -1,
        source_name=speaker.name if speaker is not None else article.publisher,
        source_kind=speaker.kind if speaker is not None else "narrator",
        party=_party(draft, scene),
        via=draft.via,
        cue=article.text[cue.start : cue.end] if cue else "",
        cue_start=cue.start if cue else -1,
        cue_end=cue.end if cue else -1,
        stance=_stance(draft),
        said_at=article.published,
        quotation=_quotation(article, draft),
        event=scene.event,
        place=name_places(setting.places) if setting is not None else scene.place,
        country=_country(setting, scene),
        date_from=days[0].isoformat() if days else "",
        date_to=days[1].isoformat() if days else "",
        confidence=draft.confidence if speaker is not None else 1.0,
        scene=f"{article.article_id}/{scene.number}",
        target=_target(draft),
        names=tuple(sorted(scene.names)),
        answers=answers,
        fragments=draft.fragments if len(draft.fragments) > 1 else (),
    )


def _country(setting: Setting | None, scene: Scene) -> str:
    countries = {place.country for place in setting.places if place.country} if setting is not None else set()
    return countries.pop() if len(countries) == 1 else scene.country


def _party(draft: Draft, scene: Scene) -> str:
    """A source's side; local bodies without a country speak for the one they serve in."""
    speaker = draft.speaker
    if speaker is None or speaker.party:
        return speaker.party if speaker is not None else ""
    local = read_lexicon("sources")["generic"]
    if speaker.kind in local["local"] or speaker.head in local["heads"]:
        return scene.country
    return ""


def _quotation(article: Article, draft: Draft) -> str:
    """direct, mixed, indirect; none for the article's own voice."""
    if draft.speaker is None:
        return "none"
    marks = '“”"«»'
    text = article.text
    quoted = all(draft_span.start and text[draft_span.start - 1] in marks + "'‘" for draft_span in draft.fragments)
    if quoted:
        return "direct"
    return "mixed" if any(mark in text[draft.start : draft.end] for mark in marks) else "indirect"


def _target(draft: Draft) -> str:
    """What the claim's verb of striking or sinking is done to, as printed."""
    for token in draft.tokens():
        if token.lemma_.lower() in event_verbs() | {"destroy", "damage", "sink"} and token.pos_ == "VERB":
            hit = aimed_at(token)
            if hit is not None and hit.pos_ in ("NOUN", "PROPN"):
                left = [child for child in hit.children if child.dep_ in ("compound", "nmod") and child.i < hit.i]
                return draft.passage.doc[min([hit.i, *[child.i for child in left]]) : hit.i + 1].text
    return ""


def _figure(
    claim: Claim, mention: FigureMention, settings: dict[tuple[int, int], Setting], draft: Draft, scene: Scene
) -> Figure:
    setting = settings.get((draft.passage.index, mention.head))
    return Figure(
        figure_id=content_id(
            "fig", claim.claim_id, mention.span.start, mention.span.end, mention.measure, mention.scope
        ),
        claim_id=claim.claim_id,
        article_id=claim.article_id,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        measure=mention.measure,
        counted=mention.counted,
        low=mention.low,
        high=mention.high,
        best=mention.best,
        bound=mention.bound,
        unit=mention.unit,
        scope=mention.scope,
        of_total=mention.of_total,
        place=name_places(setting.places) if setting is not None and setting.places else scene.place,
        date_from=claim.date_from,
        date_to=claim.date_to,
    )


def _once(figures: list[Figure]) -> list[Figure]:
    return list({figure.figure_id: figure for figure in figures}.values())


def _account(article: Article, claim: Claim, mention: AccountMention) -> Account:
    return Account(
        account_id=content_id("acc", claim.claim_id, mention.slot, mention.value, mention.denied),
        claim_id=claim.claim_id,
        article_id=claim.article_id,
        start=mention.span.start,
        end=mention.span.end,
        text=article.text[mention.span.start : mention.span.end],
        slot=mention.slot,
        value=mention.value,
        denied=mention.denied,
    )
