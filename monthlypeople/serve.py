"""`make serve`: everything of the magazine on this machine, on loopback, until Ctrl-C."""

import argparse
import http.client
import os
import signal
import socket
import sys
from types import FrameType
from urllib.parse import urlsplit

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from monthlypeople import environment
from monthlypeople.embedded_postgresql import EMBEDDED_URL
from monthlypeople.environment import VAR_DIR
from monthlypeople.preparation import leave_database, prepare, sample_sign_ins
from monthlypeople.running import AlreadyRunningError, Running, claimed
from monthlypeople.supervisor import ENDING_SIGNALS, Child, Supervisor

CHECKOUT = VAR_DIR.parent
HOST = "127.0.0.1"
MAIL_DIR = VAR_DIR / "mail"
DATABASE_STOP_SECONDS = 0.7


class CannotServeError(Exception):
    """Why not, in words for the person at the terminal."""


def say(line: str) -> None:
    try:
        print(line, flush=True)
    except OSError:
        pass  # Nobody listens any more (`make serve | head`): no reason to fall.


def main() -> int:
    arguments = _arguments()
    for number in ENDING_SIGNALS:
        signal.signal(number, _leave)
    try:
        port = port_from(os.environ.get("PORT") or "8000")
        VAR_DIR.mkdir(exist_ok=True)
        with claimed(VAR_DIR, checkout=CHECKOUT, address=f"http://{HOST}:{port}/") as running:
            require_free(port)
            serve(port, running, debug=arguments.debug)
    except AlreadyRunningError as error:
        say(f"이미 열려 있습니다: {error.address} (프로세스 {error.pid}).")
        say("그 터미널에서 Ctrl-C로 끝낼 수 있습니다.")
        return 1
    except PermissionError as error:
        say(f"다른 사용자의 것이라 쓸 수 없습니다: {error.filename}")
        say("그 사용자로 실행하거나, 따로 내려받아 실행해 주세요.")
        return 1
    except (CannotServeError, ImproperlyConfigured) as error:
        say(str(error))
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--debug", action="store_true", help="DEBUG, and code is read again when it changes")
    return parser.parse_args()


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def serve(port: int, running: Running, *, debug: bool) -> None:
    say("월간인물을 준비하고 있습니다.")
    mail = open_mail_socket()
    chosen = set_environment(port, mail, debug=debug)
    django.setup()
    try:
        prepare(say, with_static_files=not debug)
        # Only now: an address that does not answer is not handed on to the programs that come later.
        environment.record(**chosen)
        supervisor = Supervisor(children(port, mail, debug=debug), CHECKOUT, say=say, started=running.record)
        supervisor.run(
            is_ready=lambda: answers(port), when_ready=lambda: say(greeting(port, has_mail=mail is not None))
        )
    except DatabaseError as error:
        raise CannotServeError(f"데이터베이스를 쓸 수 없습니다: {str(error).strip()}") from error
    finally:
        for number in ENDING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        say("끝내고 있습니다.")
        leave_database(seconds=DATABASE_STOP_SECONDS)


# What there is to know before Django can be set up


def port_from(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise CannotServeError(f"PORT는 1에서 65535까지의 수입니다: {text!r}")
    return int(text)


def require_free(port: int) -> None:
    with socket.socket() as probe:
        # Connections of the last run that are still fading away do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise CannotServeError(f"{port} 포트는 root만 열 수 있습니다. 다른 포트로: make serve PORT=8001") from error
        except OSError as error:
            raise CannotServeError(
                f"{port} 포트를 다른 프로그램이 쓰고 있습니다. 다른 포트로: make serve PORT={port + 1}"
            ) from error


def open_mail_socket() -> socket.socket | None:
    """The local mail server's, on its last port if that is free; None when EMAIL_URL names a server of its own."""
    if os.environ.get("EMAIL_URL"):
        return None
    last = urlsplit(environment.recorded().get("EMAIL_URL", "")).port or 0
    for port in (last, 0):
        mail = socket.socket()
        mail.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            mail.bind((HOST, port if port >= 1024 else 0))
        except OSError:
            mail.close()
        else:
            return mail
    raise CannotServeError("편지를 받을 포트를 열지 못했습니다.")


def set_environment(port: int, mail: socket.socket | None, *, debug: bool) -> dict[str, str]:
    """Gives what was chosen to the programs that we start, and back, to be recorded for those that come later."""
    chosen = {
        "MONTHLYPEOPLE_PROFILE": "development",
        "DATABASE_URL": os.environ.get("DATABASE_URL") or EMBEDDED_URL,
        "SITE_URL": f"http://{HOST}:{port}/",
        "EMAIL_URL": f"smtp://{HOST}:{mail.getsockname()[1]}" if mail else os.environ["EMAIL_URL"],
    }
    if not environment.recorded():
        environment.record()  # a secret, first of all
    os.environ |= chosen | {"DJANGO_SETTINGS_MODULE": "monthlypeople.settings"}
    if debug:
        os.environ["MONTHLYPEOPLE_PROFILE"] = "debug"
    return chosen


# What runs, and whether it answers


def children(port: int, mail: socket.socket | None, *, debug: bool) -> list[Child]:
    manage = [sys.executable, "manage.py"]
    web = [*manage, "runserver", f"{HOST}:{port}"] if debug else granian(port)
    worker = [*manage, "db_worker", "--queue-name", "*", "--interval", "0.5", "--no-startup-delay", "--verbosity", "0"]
    found = [
        Child("웹 서버", web),
        Child("작업 처리", [*worker, "--reload" if debug else "--no-reload"]),
        Child("정기 작업", [*manage, "run_periodic", "--loop"]),
    ]
    if mail:
        descriptor = mail.fileno()
        command = [sys.executable, "-m", "monthlypeople.mailbox.server"]
        command += ["--descriptor", str(descriptor), "--folder", str(MAIL_DIR)]
        found.append(Child("편지", command, (descriptor,)))
    return found


def granian(port: int) -> list[str]:
    options = {
        "interface": "wsgi",
        "host": HOST,
        "port": port,
        "http": "1",
        "workers": 2,
        "blocking-threads": 3,
        "respawn-interval": 0.2,
        "workers-kill-timeout": 1,
        "log-level": "warning",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    words += ["--no-ws", "--respawn-failed-workers"]
    return [sys.executable, "-m", "granian", *words, "monthlypeople.wsgi:application"]


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def greeting(port: int, *, has_mail: bool) -> str:
    address = f"http://{HOST}:{port}"
    lines = ["", "월간인물이 열렸습니다.", "", f"  읽기       {address}/", f"  편집국     {address}/admin/"]
    lines += [f"  받은 편지  {address}/dev/mail/"] if has_mail else []
    sign_ins = sample_sign_ins()
    if sign_ins:
        lines += ["", f"  견본 계정 (비밀번호는 모두 {sign_ins.password})"]
        lines += ["  " + " · ".join(f"{name} {label}" for name, label in sign_ins.people)]
    return "\n".join([*lines, "", "끝내려면 Ctrl-C를 누르세요."])


if __name__ == "__main__":
    sys.exit(main())
