"""The desk: the pages of a run in a browser, with buttons and keys to decide; on this machine and nowhere else.

guard.py    who may ask: this machine, with the token, from the desk's own pages
counter.py  the tables as they are now, and a decision put in
views.py    what each page shows
app.py      which address is which page
serve.py    the server, on the loopback address alone
"""

from tracker.review.desk.app import make_app
from tracker.review.desk.serve import serve

__all__ = ["make_app", "serve"]
