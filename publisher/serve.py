"""A preview of the built site on this machine."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from parser.errors import ShekaraError

HOST = "127.0.0.1"


class Handler(SimpleHTTPRequestHandler):
    """Serves files, never from a browser's cache, and says nothing."""

    def end_headers(self) -> None:
        """Let a reload show the newest build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the terminal quiet."""


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder, on this machine only; port 0 takes any free one.

    Raises:
        ShekaraError: the port is taken or not allowed.
    """
    try:
        return ThreadingHTTPServer((HOST, port), functools.partial(Handler, directory=str(site)))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or "not a port"
        raise ShekaraError(f"port {port} cannot be used ({reason}); choose another with --port") from None


def serve(site: Path, port: int, announce: Callable[[str], None] = print) -> None:
    """Serve until interrupted."""
    with make_server(site, port) as server:
        announce(f"http://{HOST}:{server.server_address[1]}/  (Ctrl+C ends it)")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            announce("")
