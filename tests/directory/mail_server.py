"""A mail server that can be down, and can hold a mail without having taken it."""

import socket
import socketserver
import threading

READY, HELLO, GO_ON, TAKEN, BYE = (
    b"220 ready\r\n",
    b"250 yes\r\n",
    b"354 go on\r\n",
    b"250 taken\r\n",
    b"221 bye\r\n",
)


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(READY)
        for line in self.rfile:
            command = line[:4].upper().strip()
            if command == b"DATA":
                self.wfile.write(GO_ON)
                self.take()
            else:
                self.wfile.write(BYE if command == b"QUIT" else HELLO)
            if command == b"QUIT":
                return

    def take(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.decode())
        self.server.is_holding.set()
        self.server.lets_pass.wait()
        if not is_gone(self.connection):
            self.server.taken.append("".join(lines))
            self.wfile.write(TAKEN)


def is_gone(connection) -> bool:
    """Whoever was killed while the mail was held has not sent it."""
    connection.setblocking(False)
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
    finally:
        connection.setblocking(True)


class MailServer(socketserver.ThreadingTCPServer):
    """Has its port from the start, and listens to nobody before `start`; passes nothing before
    `lets_pass` is set. `taken` are whole mails."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation, bind_and_activate=False)
        self.server_bind()
        self.taken: list[str] = []
        self.is_holding, self.lets_pass = threading.Event(), threading.Event()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def start(self):
        self.server_activate()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.lets_pass.set()
        self.shutdown()
        self.server_close()
