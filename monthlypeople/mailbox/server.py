"""`python -m monthlypeople.mailbox.server --descriptor N --folder DIR`: keeps every letter that reaches the socket N.

The socket is opened by whoever starts this program, so that its port stays the same when the program is restarted.
"""

import argparse
import asyncio
import signal
import socket
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from monthlypeople.mailbox import letters


class Keeper:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        letters.keep(self.folder, envelope.original_content, envelope.rcpt_tos)
        return "250 Kept"


async def serve(listening: socket.socket, folder: Path) -> None:
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    server = await loop.create_server(
        lambda: SMTP(Keeper(folder), hostname="localhost", enable_SMTPUTF8=True), sock=listening
    )
    async with server:
        await stopping.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--descriptor", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    arguments = parser.parse_args()
    asyncio.run(serve(socket.socket(fileno=arguments.descriptor), arguments.folder))


if __name__ == "__main__":
    main()
