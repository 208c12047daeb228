"""A preview of the built site on this machine."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

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


class Server(ThreadingHTTPServer):
    """A server that a reader may leave in the middle of a page."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone on to another page is no fault to tell of."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder, on this machine only; port 0 takes any free one.

    Raises:
        ShekaraError: the port is taken or not allowed.
    """
    try:
        return Server((HOST, port), functools.partial(Handler, directory=str(site)))
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
