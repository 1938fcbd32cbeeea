"""The one file that writes HTML: jinja2 is known here alone, and with it the decision to escape everything.

A page is one static file: its style and its script are inlined, it asks the network for nothing, and a
Content-Security-Policy with the hashes of the two is a second wall behind the escaping (measured in Chromium: with it,
a script that was left unescaped on purpose did not run, from ``file://`` too).
"""

import base64
import hashlib
import operator
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from tracker.report.split import Piece

PACKAGE = Path(__file__).resolve().parent.parent

# Where the templates live: inside the package in a wheel, beside it in a checkout.
HOMES = (PACKAGE / "templates", PACKAGE.parent / "templates")

# Control characters have no place in HTML, and half a surrogate pair none in UTF-8; a reader sees that one was there.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE = re.compile(rf"[&<>\"']|{_UNPRINTABLE.pattern}")


def render_template(name: str, **given: object) -> str:
    """A page from one of the templates, with the style, the script and the policy that allows these two."""
    style, script = _static("report.css"), _static("report.js")
    assets = {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script)}
    return _environment().get_template(name).render(**assets, **given)


def render_desk(name: str, **given: object) -> str:
    """A page of the review desk: its own script in place of the report's, and forms that are sent to the desk.

    Such a form has to say where it comes from, which a page that names no referrer to anybody does not.
    """
    style, script = _static("report.css") + _static("review.css"), _static("review.js")
    policy = _policy(style, script, forms="'self'")
    assets = {"style": Markup(style), "script": Markup(script), "policy": policy, "referrer": "same-origin"}
    return _environment().get_template(name).render(**assets, **given)


def render_piece(name: str, **given: object) -> Piece:
    """A stretch of a page from one of the templates: safe to be set into another as it is."""
    return Piece(_environment().get_template(name).render(**given).encode("utf-8"))


def get_ready() -> None:
    """Compile the report's templates now: a copy of this process then has no need to do so for itself."""
    for name in _environment().list_templates(extensions=["j2"]):
        if "/" not in name:  # those of the review desk lie in a folder of their own
            _environment().get_template(name)


def _policy(style: str, script: str, *, forms: str = "'none'") -> str:
    """Nothing may load or run but the style and the script whose hashes these are."""
    rules = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        "base-uri 'none'",
        f"form-action {forms}",
    )
    return "; ".join(rules)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@cache
def _static(name: str) -> str:
    """The style sheet or the script, as it stands in the page."""
    found = next(home for home in HOMES if (home / "static" / name).exists())
    return (found / "static" / name).read_text(encoding="utf-8")


def _escaped(value: Any) -> str:
    """A value as it stands in the page: mark-up that was made here as it is, all else escaped and printable.

    Nearly all strings of a page are so already, and to find that out is all that is done to them.
    """
    if type(value) is not str:
        if hasattr(value, "__html__"):
            made: str = value.__html__()
            return made
        value = str(value)
    return value if _UNSAFE.search(value) is None else escape(_UNPRINTABLE.sub("\ufffd", value))


class _Compiler(CodeGenerator):
    """Templates compiled to what ours need: a page asks for an attribute, escapes or calls three million times.

    An attribute is the object's own (ours are nouns, never mappings), no call is handed the context, and what is put
    out is a string, not one wrapped as mark-up only to be joined to the next.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (jinja2's name)
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 (jinja2's name)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")


class _Templates(Environment):
    """The templates, and what they have at hand when they run."""

    code_generator_class = _Compiler
    call: ClassVar[Callable[..., object]] = staticmethod(operator.call)  # type: ignore[arg-type]
    escaped = staticmethod(_escaped)


@cache
def _environment() -> _Templates:
    """``autoescape=True`` outright: jinja2's own guess by file name says no to ``.html.j2``."""
    return _Templates(
        loader=FileSystemLoader(HOMES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a page is thousands of pieces, and each would ask whether its template's file has changed
    )
