"""nginx with the bytes of our answers as files: what a server can do that has nothing to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from .environment import HOST
from .processes import ROOM, free_port, program, running, until

LOG = "nginx.log"
SETTINGS = """
worker_processes 2;
daemon off;
pid {room}/nginx.pid;
error_log stderr;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=100;
  keepalive_requests 100000000;
  client_body_temp_path {room}/temporary;
  proxy_temp_path {room}/temporary;
  fastcgi_temp_path {room}/temporary;
  uwsgi_temp_path {room}/temporary;
  scgi_temp_path {room}/temporary;
  server {{ listen {host}:{port}; root {room}/files; }}
}}
"""


def nginx() -> str | None:
    return program("nginx")


@contextmanager
def files_served(bodies: dict[str, bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    """The server's address, and below it the address of each body."""
    room = ROOM / "nginx"
    names = {name: f"/{name.replace(' ', '-')}.txt" for name in bodies}
    for name, body in bodies.items():
        file = Path(f"{room}/files{names[name]}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    port = free_port()
    settings = room / "nginx.conf"
    user = "user root;" if room.owner() == "root" else ""
    settings.write_text(user + SETTINGS.format(room=room, host=HOST, port=port))
    server = f"http://{HOST}:{port}"
    with running([nginx() or "nginx", "-p", str(room), "-c", str(settings)], LOG) as process:
        until(lambda: _answers(server, names), process, LOG)
        yield server, names


def _answers(server: str, names: dict[str, str]) -> bool:
    try:
        return all(requests.get(server + name, timeout=5).ok for name in names.values())
    except requests.ConnectionError:
        return False
