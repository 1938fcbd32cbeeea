"""A PostgreSQL of our own for the tests: Debian's, on a free loopback port, its data thrown away at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here has to outlive a failure of power.
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=40", "autovacuum=off")


def programs() -> Path | None:
    """The folder of the newest server that is installed; Debian keeps it out of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = found[-1] if found else shutil.which("initdb")
    return Path(named).resolve().parent if named else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A server's URL, while it runs. It refuses to run as root, so that root lends it another user."""
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    home = Path(tempfile.mkdtemp(prefix="tracker-postgres-"))
    if user:
        shutil.chown(home, "postgres", "postgres")
    try:
        made = [programs / "initdb", "-D", home / "data", "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*made, "--locale=C"], cwd=home, check=True, stdout=subprocess.DEVNULL, **user)
        port = _free_port()
        settings = [part for each in (*HASTY, "unix_socket_directories=") for part in ("-c", each)]
        started = [programs / "postgres", "-D", home / "data", "-h", "127.0.0.1", "-p", str(port), *settings]
        with (
            (home / "log").open("w") as log,
            subprocess.Popen(started, cwd=home, stdout=log, stderr=log, **user) as running,
        ):
            try:
                _wait(port, running)
                yield f"postgresql+psycopg://desk@127.0.0.1:{port}/postgres"
            finally:
                running.send_signal(2)  # SIGINT: a fast shutdown
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait(port: int, running: "subprocess.Popen[bytes]") -> None:
    import psycopg

    for _ in range(300):
        assert running.poll() is None, "PostgreSQL did not start"
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="desk", dbname="postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("PostgreSQL does not answer")
