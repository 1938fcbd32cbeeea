"""Claims: the rows an article gives, each with its figures and accounts, its scene, place and day.

Where the figures of one sentence play in two scenes the claim is told once for each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tracker.extract.accounts import AccountMention, aimed_at, find_accounts, named_responsible
from tracker.extract.clauses import when_of
from tracker.extract.drafts import Draft
from tracker.extract.events import event_verbs
from tracker.extract.figures import FigureMention
from tracker.extract.parse import Token
from tracker.extract.scene import Scene, name_all_places, name_places
from tracker.extract.scenes import Setting, Telling, settings_by_token
from tracker.extract.times import TimeMention, published_day
from tracker.lexicon import read_lexicon
from tracker.lexicon.outlets import outlet_named
from tracker.model import Account, Article, Claim, Figure, content_id

PRONOUNS = {"it", "they", "them", "this", "that"}
RUINING = {"destroy", "damage", "sink"}


def write_claims(
    article: Article, drafts: Sequence[Draft], telling: Telling
) -> Iterator[tuple[Claim, list[Figure], list[Account]]]:
    """The rows of each draft: a claim for every scene its figures play in.

    "Without evidence, the army said …": what a claim answers may come after it.
    """
    written = list(_written(article, drafts, telling))
    ids: dict[tuple[int, int], str] = {}
    for draft, (claim, _, _) in written:
        ids.setdefault(draft.key, claim.claim_id)
    for draft, (claim, figures, accounts) in written:
        answered = ids.get(draft.answers, "") if draft.answers else ""
        yield replace(claim, answers=answered) if answered else claim, figures, accounts


def _written(
    article: Article, drafts: Sequence[Draft], telling: Telling
) -> Iterator[tuple[Draft, tuple[Claim, list[Figure], list[Account]]]]:
    """The rows of each draft in the order of their words, before it is known what they answer."""
    settings = settings_by_token(telling)
    targets: dict[int, str] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end)):
        accounts = find_accounts(draft.passage, _account_words(draft), _stance(draft))
        for number, (scene, figures) in enumerate(_by_scene(draft, settings, telling)):
            setting = _setting(draft, figures, settings)
            times = telling.times[draft.passage.index]
            claim = _claim(article, draft, telling.scenes[scene], setting, times)
            claim = _with_target(claim, targets, scene)
            rows = [_figure(claim, figure, settings, draft, telling.scenes[scene]) for figure in figures]
            told = [_account(article, claim, account) for account in accounts if number == 0]
            yield draft, (claim, _once(rows), told)


def _by_scene(
    draft: Draft, settings: dict[tuple[int, int], Setting], telling: Telling
) -> list[tuple[int, list[FigureMention]]]:
    """The scenes a claim plays in, each with its figures; without a figure, the scene most of its words play in."""
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


def _account_words(draft: Draft) -> list[Token]:
    """The words said, with the cue: "attributed … to debris" tells a cause by its cue."""
    tokens = draft.tokens()
    return [draft.frame.cue, *tokens] if draft.frame is not None and draft.frame.cue not in tokens else tokens


def _stance(draft: Draft) -> str:
    """The cue's stance; who says that somebody is behind it, or responsible, blames whatever the cue."""
    if draft.frame is None:
        return "asserts"
    if draft.frame.stance == "asserts" and any(named_responsible(token) for token in draft.tokens()):
        return "blames"
    return draft.frame.stance


def _claim(
    article: Article,
    draft: Draft,
    scene: Scene,
    setting: Setting | None,
    times: Sequence[TimeMention],
) -> Claim:
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
        party=_party(article, draft, scene),
        via=draft.via,
        cue=article.text[cue.start : cue.end] if cue else "",
        cue_start=cue.start if cue else -1,
        cue_end=cue.end if cue else -1,
        stance=_stance(draft),
        said_at=_said_at(article, draft, times),
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
        rule=draft.rule,
        fragments=draft.fragments if len(draft.fragments) > 1 else (),
    )


def _said_at(article: Article, draft: Draft, times: Sequence[TimeMention]) -> str:
    """When it was said: the day beside the cue ("on Wednesday the county counted …"), else when it was published."""
    published = published_day(article.published)
    if draft.frame is None or published is None:
        return article.published
    doc = draft.passage.doc
    for mention in times:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        beside = span is not None and when_of(span.root) == draft.frame.cue
        if beside and not mention.loose and mention.date_from == mention.date_to < published:
            return mention.date_from.isoformat()
    return article.published


def _country(setting: Setting | None, scene: Scene) -> str:
    countries = {place.country for place in setting.places if place.country} if setting is not None else set()
    return countries.pop() if len(countries) == 1 else scene.country


def _party(article: Article, draft: Draft, scene: Scene) -> str:
    """A source's side; local bodies without a country speak for the one they serve in, an outlet as the desk says."""
    speaker = draft.speaker
    if speaker is None:
        outlet = outlet_named(article.publisher)
        return outlet.party if outlet is not None else ""
    if speaker.party:
        return speaker.party
    local = read_lexicon("sources")["generic"]
    if speaker.kind in local["local"] or {speaker.head, *speaker.called} & set(local["heads"]):
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
        if token.pos_ == "VERB" and (token.lemma_.lower() in event_verbs() or token.lemma_.lower() in RUINING):
            hit = aimed_at(token)
            if hit is not None and hit.pos_ in ("NOUN", "PROPN", "PRON"):
                left = [child for child in hit.children if child.dep_ in ("compound", "nmod") and child.i < hit.i]
                return draft.passage.doc[min([hit.i, *[child.i for child in left]]) : hit.i + 1].text
    return ""


def _with_target(claim: Claim, targets: dict[int, str], scene: int) -> Claim:
    """ "… that it was destroyed": the thing last hit in the scene."""
    if claim.target.lower() in PRONOUNS:
        return replace(claim, target=targets.get(scene, ""))
    if claim.target:
        targets[scene] = claim.target
    return claim


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
        scope=_scope(mention, setting, draft),
        of_total=mention.of_total,
        place=_where(mention, setting, draft) or scene.place,
        date_from=claim.date_from,
        date_to=claim.date_to,
        rule=mention.rule,
    )


def _scope(mention: FigureMention, setting: Setting | None, draft: Draft) -> str:
    """A total of "Kyiv alone" is a part of what is told."""
    if mention.scope != "total" or setting is None:
        return mention.scope
    alone = [
        i for i in setting.tokens if draft.passage.doc[i].lower_ == "alone" and draft.passage.doc[i].dep_ == "advmod"
    ]
    behind_name = any(i and draft.passage.doc[i - 1].pos_ in ("PROPN", "NOUN") for i in alone)
    return "part" if behind_name else mention.scope


def _where(mention: FigureMention, setting: Setting | None, draft: Draft) -> str:
    """The place of one figure: of several in its clause the one before the next figure ("5 in Kyiv, 3 in Lviv")."""
    if setting is None or not setting.places:
        return ""
    heads = sorted(figure.head for figure in draft.figures if figure.head in setting.tokens)
    following = next((head for head in heads if head > mention.head), len(draft.passage.doc))
    own = [found.place for found in setting.mentions if mention.head < found.head < following]
    return name_all_places(own if own and len(heads) > 1 else setting.places)


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
