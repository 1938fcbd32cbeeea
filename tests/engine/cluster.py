"""A cluster as users have it: a Dask scheduler and two worker processes of this machine, reached by their address."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def scheduler_and_workers(folder: Path, *, workers: int = 2) -> Iterator[str]:
    """The address of a scheduler with so many workers, all of which end with the block."""
    told = folder / "scheduler.json"
    environ = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical",
    }
    quiet = {"cwd": folder, "env": environ, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = (sys.executable, "-m", "dask")
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    worker = ("worker", "--scheduler-file", str(told), "--nworkers", str(workers), "--nthreads", "1", "--no-dashboard")
    started = [subprocess.Popen([*command, *scheduler], **quiet), subprocess.Popen([*command, *worker], **quiet)]  # type: ignore[call-overload]
    try:
        yield _address(told, workers)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=30)


def _address(told: Path, workers: int) -> str:
    from distributed import Client

    until = time.monotonic() + 60
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.1)
    with Client(scheduler_file=str(told), timeout=60, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return str(client.scheduler.address)
