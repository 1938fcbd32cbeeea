"""Which address of the desk is which page. Everything works with plain links and forms; the script adds keys."""

from collections.abc import Callable
from functools import partial
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from tracker.decisions import JUDGEMENTS
from tracker.errors import TrackerError
from tracker.model import Discrepancy
from tracker.report import render_report
from tracker.report.render import render_desk
from tracker.review.desk.counter import Counter, Seen, StaleError
from tracker.review.desk.guard import Guard
from tracker.review.desk.views import conflict_page, queue_page
from tracker.review.queue import queue_of
from tracker.tables import Tables

Form = dict[str, str]

GONE = "There is no such conflict, or a new run no longer finds it."


def make_app(counter: Counter, *, token: str, port: int) -> Starlette:
    """The desk as an application; ``token`` is the first part of every path, ``port`` the one it will be served on."""
    routes = [
        Route(f"/{token}/", _page(partial(_queue, counter))),
        Route(f"/{token}/report", _page(partial(_report, counter))),
        Route(f"/{token}/conflict/{{ident}}", _page(partial(_conflict, counter)), methods=["GET"]),
        Route(f"/{token}/conflict/{{ident}}", _form(partial(_decide, counter)), methods=["POST"]),
        Route(f"/{token}/undo", _form(partial(_undo, counter)), methods=["POST"]),
        Route(f"/{token}/apply", _form(partial(_apply, counter)), methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, token=token, port=port)])


# --- Pages ---


def _queue(counter: Counter, request: Request) -> Response:
    shown = queue_page(counter.tables(), counter.reviewer)
    return HTMLResponse(_render(request, "queue", view=shown, reviewer=counter.reviewer))


def _report(counter: Counter, request: Request) -> Response:
    return HTMLResponse(render_report(counter.tables()))


def _conflict(counter: Counter, request: Request) -> Response:
    return _show(counter, request)


def _show(counter: Counter, request: Request, *, note: str = "", status: int = 200) -> Response:
    tables = counter.tables()
    found = _find(tables, request.path_params["ident"])
    if found is None:
        return _sorry(request, GONE, status=404)
    seen = counter.seen(tables, found)
    shown = conflict_page(tables, found, seen=seen, reviewer=counter.reviewer, note=note)
    page = _render(request, "conflict", view=shown, reviewer=counter.reviewer)
    return HTMLResponse(page, status_code=status)


def _sorry(request: Request, words: str, *, status: int) -> Response:
    return HTMLResponse(_render(request, "sorry", words=words), status_code=status)


def _render(request: Request, name: str, **given: object) -> str:
    return render_desk(f"review/{name}.html.j2", root=_root(request), **given)


def _root(request: Request) -> str:
    """The address of the first page: its path is the token."""
    return f"/{request.url.path.split('/', 2)[1]}/"


def _find(tables: Tables, ident: str) -> Discrepancy | None:
    alarms = (each for each in tables.discrepancies if each.relation == "conflict")
    return next((each for each in alarms if each.discrepancy_id == ident), None)


# --- Forms ---


def _decide(counter: Counter, request: Request, form: Form) -> Response:
    """Put a decision in, and go on to the next conflict; a page that is no longer true is shown again instead."""
    tables = counter.tables()
    found = _find(tables, request.path_params["ident"])
    if found is None:
        return _sorry(request, GONE, status=404)
    after = queue_of(tables).after(found.discrepancy_id)
    kind, reason = form.get("kind", ""), form.get("reason", "").strip()
    if kind not in JUDGEMENTS:
        _say(counter, tables, found, form)
        return _to(request, f"conflict/{found.discrepancy_id}")
    seen = Seen(decisions=tuple(form.get("seen", "").split()), evidence=tuple(form.get("evidence", "").split()))
    try:
        counter.judge(found, kind, reason=reason, value=form.get("value", "").strip(), seen=seen)
    except StaleError as stale:
        note = f"{stale.note} Your word was not kept: look again, and decide."
        return _show(counter, request, note=note, status=409)
    return _to(request, f"conflict/{after}" if after else "")


def _say(counter: Counter, tables: Tables, found: Discrepancy, form: Form) -> None:
    """What is said of a conflict's claims, sources and incident. They show once grouped and compared again."""
    person, kind, reason = counter.person(tables), form.get("kind", ""), form.get("reason", "").strip()
    sides = {"left": found.left_claim_id, "right": found.right_claim_id}
    claim_id = sides.get(form.get("side", ""), "")
    if kind == "different_incident":
        counter.put(person.part(_side(found, "left"), _side(found, "right"), reason=reason))
    elif kind == "same_incident":
        others = (each.claim_id for each in tables.claims if each.incident_id == form.get("value"))
        counter.put(person.pair(kind, [found.left_claim_id, next(others, "")], reason=reason))
    elif kind == "reject_claim":
        counter.put(person.reject(claim_id, reason=reason))
    else:
        source = next((each.source_name for each in tables.claims if each.claim_id == claim_id), "")
        counter.put(person.correct_party(source, form.get("value", ""), reason=reason))


def _side(found: Discrepancy, side: str) -> tuple[str, ...]:
    return (getattr(found, f"{side}_claim_id"), *getattr(found, f"{side}_claims"))


def _undo(counter: Counter, request: Request, form: Form) -> Response:
    undone = form.get("decision", "")
    counter.undo(undone)
    about = next(each.subjects[0] for each in counter.tables().decisions if each.decision_id == undone)
    return _to(request, f"conflict/{about}" if _find(counter.tables(), about) else "")


def _apply(counter: Counter, request: Request, form: Form) -> Response:
    counter.apply()
    return _to(request, "")


def _to(request: Request, place: str) -> Response:
    """The page to show next: asked for anew, so that going back or reloading decides nothing twice."""
    return RedirectResponse(f"{_root(request)}{place}", status_code=303)


# --- From what the browser sent, and back ---


def _page(show: Callable[[Request], Response]) -> Callable[..., object]:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(partial(_answered, show, request))

    return answer


def _form(take: Callable[[Request, Form], Response]) -> Callable[..., object]:
    async def answer(request: Request) -> Response:
        sent = (await request.body()).decode("utf-8", "replace")
        return await run_in_threadpool(partial(_answered, take, request, dict(parse_qsl(sent, keep_blank_values=True))))

    return answer


def _answered(view: Callable[..., Response], request: Request, *given: object) -> Response:
    """What is an expected trouble is told on a page; anything else is a bug and ends the request as one."""
    try:
        return view(request, *given)
    except TrackerError as error:
        return _sorry(request, str(error), status=400)
