from dataclasses import fields, is_dataclass

import pytest

from tracker.report import article_pages, chart_pages, incident_pages, pages, part_pages, source_pages

NOUNS = [
    kind
    for module in (pages, chart_pages, incident_pages, article_pages, source_pages, part_pages)
    for kind in vars(module).values()
    if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_is_explained_in_its_noun(noun: type) -> None:
    """``left_name`` may be told of as "the ``..._name`` of both sides"."""
    told = noun.__doc__ or ""
    names = [field.name for field in fields(noun)]
    assert [name for name in names if f"``{name}``" not in told and f"``..._{name.split('_')[-1]}``" not in told] == []


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
