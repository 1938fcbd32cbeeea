"""The server of the desk: on the loopback address alone, for as long as the command runs."""

import secrets
import socket
from collections.abc import Callable

import uvicorn

from tracker.errors import SettingsError
from tracker.review.desk.app import make_app
from tracker.review.desk.counter import Counter
from tracker.store import Store

ADDRESS = "127.0.0.1"


def serve(store: Store, *, reviewer: str, port: int = 0, ready: Callable[[str], None]) -> None:
    """Serve the desk until it is stopped; ``ready`` is told its address, which holds the token, once it answers.

    Port 0 takes any that is free. Raises SettingsError where a port is taken.
    """
    token = secrets.token_urlsafe(24)
    with listening(port) as bound:
        taken = bound.getsockname()[1]
        app = make_app(Counter(store, reviewer), token=token, port=taken)
        ready(f"http://{ADDRESS}:{taken}/{token}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, ws="none")
        uvicorn.Server(config).run(sockets=[bound])


def listening(port: int) -> socket.socket:
    """A socket of this machine's own, listening: a browser that is quicker than the server waits."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.bind((ADDRESS, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise SettingsError(f"the port {port} cannot be used: {error.strerror}", "Name another with --port") from error
    return bound
