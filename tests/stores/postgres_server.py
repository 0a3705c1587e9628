"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on loopback, under a user without rights."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

USER = "extract"


def binaries() -> Path | None:
    """Where PostgreSQL's programs are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    if found is not None and shutil.which("postgres"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a running server without its database: `postgresql://extract@127.0.0.1:40001`."""
    programs = binaries()
    assert programs is not None
    with tempfile.TemporaryDirectory(prefix="extract-postgres-", ignore_cleanup_errors=True) as folder:
        options = _unprivileged(Path(folder))
        data = Path(folder) / "data"
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"],
            check=True,
            capture_output=True,
            **options,
        )
        port = _free_port()
        settings = ["listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", "fsync=off"]
        running = subprocess.Popen(
            [programs / "postgres", "-D", data, *(part for setting in settings for part in ("-c", setting))],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        try:
            url = f"postgresql://{USER}@127.0.0.1:{port}"
            _wait(f"{url}/postgres", running)
            yield url
        finally:
            running.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            running.wait(60)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """How to start a program there: PostgreSQL refuses to run as root."""
    options: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}}
    if os.geteuid() != 0:
        return options
    user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {**options, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait(url: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if running.poll() is not None:
            raise RuntimeError(f"PostgreSQL ended with {running.returncode}")
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("PostgreSQL did not answer in a minute")
