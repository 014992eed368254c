"""Starting, sharing and stopping the server of one data directory."""

import atexit
import os
import shutil
import signal
import threading
import time
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path

import psycopg2
from django.core.exceptions import ImproperlyConfigured
from psycopg2 import sql

from monthlypeople import processes
from monthlypeople.embedded_postgresql import binaries, postmaster
from monthlypeople.embedded_postgresql.lease import Lease, exclusive
from monthlypeople.embedded_postgresql.place import Place, find_place

USER = "postgres"
START_SECONDS = 120
# Crash recovery can take this long; a plain start takes a tenth of a second.
STOP_SECONDS = 30
LARGEST_LOG = 5_000_000

SETTINGS = {
    "listen_addresses": "",
    "port": str(postmaster.PORT),
    "unix_socket_permissions": "0700",
    "log_checkpoints": "off",
    "log_timezone": "Asia/Seoul",
}
# For tests: what is lost when the machine loses power is made anew anyway.
CARELESS_SETTINGS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@cache
def server_at(data_directory: Path, database: str, *, durable: bool = True) -> "Server":
    """The one Server of this process for a data directory."""
    return Server(data_directory, database, durable=durable)


class Server:
    """`data_directory` is where the data should lie (see place.py); `database` is made if it is missing."""

    def __init__(self, data_directory: Path, database: str, *, durable: bool = True) -> None:
        self.wanted = Path(os.path.realpath(data_directory))
        self.database = database
        self.durable = durable
        self.lease = Lease(self.wanted.with_name(f"{self.wanted.name}.lease"))
        self._accepted: postmaster.Postmaster | None = None
        self._one_thread = threading.Lock()

    @cached_property
    def place(self) -> Place:
        self.wanted.parent.mkdir(parents=True, exist_ok=True)
        return find_place(self.wanted)

    @property
    def data(self) -> Path:
        return self.place.data

    def program(self, name: str) -> Path:
        return self.place.binaries / name

    def ensure_running(self, *, doubted: bool = False) -> Path:
        """The folder of the socket of a server that runs on our data, started if need be.

        Pass `doubted` after a connection failed: the server is then asked again whether it is there and ours.
        """
        with self._one_thread:
            if self.lease.descriptor is None:
                self.place  # noqa: B018 - refuses a folder of somebody else before anything is made in it
                self.lease.take()
                atexit.register(self.leave)
            if doubted:
                self._accepted = None
            found = self._running()
            if found is None:
                with exclusive(self.wanted.with_name(f"{self.wanted.name}.start")):
                    found = self._running() or self._start()
            return found.socket_directory

    def leave(self, *, seconds: float = STOP_SECONDS, patience: float = 0) -> None:
        """Ends this process's use of the server, and the server with it if no other process uses it after `patience`."""
        atexit.unregister(self.leave)
        with self._one_thread, self.lease.given_up(patience=patience) as is_last:
            self._accepted = None
            if is_last:
                self._stop(seconds)

    # Recognising

    def _running(self) -> postmaster.Postmaster | None:
        found = postmaster.recorded(self.data)
        if (
            found is None
            or not found.is_ready
            or not postmaster.is_private(found.socket_directory, self.place.account.uid)
            or postmaster.socket_owner(found.socket_directory) != found.pid
        ):
            return None
        if found != self._accepted and not self._serves_our_data(found):
            return None
        self._accepted = found
        return found

    def _serves_our_data(self, found: postmaster.Postmaster) -> bool:
        connection = self._connect_patiently(found)
        if connection is None:
            return False
        with closing(connection), connection.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            serves = Path(cursor.fetchone()[0])
            if not serves.exists() or not serves.samefile(self.data):
                return False
            self._make_database(cursor)
        return True

    def connect(self, socket_directory: Path) -> "psycopg2.extensions.connection":
        """An autocommitting connection to the server's own database, as its superuser."""
        connection = psycopg2.connect(
            host=str(socket_directory), port=postmaster.PORT, user=USER, dbname="postgres", connect_timeout=10
        )
        connection.autocommit = True
        return connection

    def _connect_patiently(self, found: postmaster.Postmaster) -> "psycopg2.extensions.connection | None":
        """None when nobody answers. Waits for a server that is recovering; its other refusals are raised."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return self.connect(found.socket_directory)
            except psycopg2.OperationalError as error:
                if "FATAL" not in str(error):
                    return None
                # A server that says "too many clients" is alive, and must not be mistaken for a dead one.
                if "the database system is" not in str(error) or time.monotonic() > deadline:
                    raise
            time.sleep(0.02)

    def _make_database(self, cursor: "psycopg2.extensions.cursor") -> None:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [self.database])
        if cursor.rowcount == 0:
            try:
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.database)))
            except (psycopg2.errors.DuplicateDatabase, psycopg2.errors.UniqueViolation):
                pass  # Another process made it in between.

    # Starting: everything below happens under the start lock.

    def _start(self) -> postmaster.Postmaster:
        deadline = time.monotonic() + START_SECONDS
        for attempt in range(1, 9):
            if found := self._awaited(postmaster.recorded_pid(self.data), deadline):
                return found
            self._end_strays()
            self._initialise()
            if found := self._launched(deadline):
                return found
            # A killed server's backends hold its shared memory for a moment, or for as long as a query takes.
            time.sleep(0.1 * attempt)
            if attempt > 2:
                processes.end(postmaster.stray_backends(self.data), first=signal.SIGQUIT, seconds=1)
        raise ImproperlyConfigured(f"The embedded PostgreSQL did not start. Its last words:\n{self._last_words()}")

    def _launched(self, deadline: float) -> postmaster.Postmaster | None:
        pid = self._launch()
        try:
            found = self._awaited(pid, deadline)
        except BaseException:
            # Interrupted (Ctrl-C): what we just started must not stay behind without a user.
            processes.end([pid], first=signal.SIGQUIT, seconds=1)
            raise
        if found:
            self._drop_leftovers(found)
        return found

    def _initialise(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        # Made beside its place and then renamed, so that one that was interrupted is never taken for a whole one.
        fresh = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        self.place.account.make_private(fresh)
        command = [self.program("initdb"), "-D", fresh, "-U", USER, "--encoding=UTF8"]
        command += ["--auth-local=trust", "--auth-host=reject", "--no-instructions"]
        command += [] if self.durable else ["--no-sync"]
        if binaries.major_version(self.place.binaries) >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        for locale in ("C.UTF-8", "C"):  # Old macOS has no C.UTF-8.
            made = self.place.account.run([*command, f"--locale={locale}"])
            if made.returncode == 0:
                break
        else:
            raise ImproperlyConfigured(f"PostgreSQL's initdb failed in {fresh}:\n{made.stderr.strip()}")
        try:
            fresh.rename(self.data)
        except OSError as error:
            raise ImproperlyConfigured(f"{self.data} is there but holds no database: move it away.") from error

    def _awaited(self, pid: int | None, deadline: float) -> postmaster.Postmaster | None:
        """The server once it is ready, if this process is our postmaster; None when it is not, or ends."""
        while pid and time.monotonic() < deadline and postmaster.is_postmaster_of(pid, self.data):
            if found := self._running():
                return found
            known = postmaster.recorded(self.data)
            if known and known.is_ready and known.pid == pid:
                return None  # It is up, and yet not one to accept.
            time.sleep(0.01)
        return None

    def _end_strays(self) -> None:
        """Ends a server of ours that must not be accepted: of a folder that was deleted or moved, say."""
        directory = self.place.socket_directory
        for pid in {postmaster.recorded_pid(self.data), postmaster.socket_owner(directory)} - {None}:
            if postmaster.is_postmaster_of(pid, self.data):
                # At once, and without a last word to the disk: if its folder was deleted and made anew, it would write
                # into the new one. Of data that is still there nothing committed is lost.
                processes.end([pid], first=signal.SIGQUIT, seconds=10)
        if not directory.exists() and not directory.is_symlink():
            self.place.account.make_private(directory)
        if not postmaster.is_private(directory, self.place.account.uid):
            raise ImproperlyConfigured(f"{directory} should be ours alone, and is not: remove it.")
        for name in (postmaster.SOCKET, f"{postmaster.SOCKET}.lock"):
            (directory / name).unlink(missing_ok=True)

    def _launch(self) -> int:
        """Starts a server that is nobody's child, and gives its pid."""
        settings = SETTINGS | {"unix_socket_directories": str(self.place.socket_directory)}
        settings |= {} if self.durable else CARELESS_SETTINGS
        command = [self.program("postgres"), "-D", self.data]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        log = self.data / "log"
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(self.data / "log.1")
        # A pid file left by a kill may name a process that is now somebody else. We have looked: it is not ours. The
        # server does not take its "grandparent" for a rival, and so checks the shared memory of that file (which
        # would show surviving backends) instead of giving up. Deleting the file would skip that check.
        environment = {"PG_GRANDPARENT_PID": str(postmaster.recorded_pid(self.data) or 0)}
        shell = '"$@" >>"$0" 2>&1 </dev/null & echo $!'
        started = self.place.account.run(["sh", "-c", shell, log, *command], env=environment)
        pid = int(started.stdout)
        # For a moment the process still bears the shell's name, or none.
        while processes.is_alive(pid) and not postmaster.is_postmaster_of(pid, self.data):
            time.sleep(0.002)
        return pid

    def _drop_leftovers(self, found: postmaster.Postmaster) -> None:
        """Drops the databases of test runs that were killed: nobody can be in them yet."""
        if self.durable:
            return
        with closing(self.connect(found.socket_directory)) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
            for (name,) in cursor.fetchall():
                cursor.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))

    def _last_words(self) -> str:
        log = self.data / "log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-12:]) if log.exists() else "(none)"

    # Stopping: nobody holds the lease, and nobody can take it until we are done.

    def _stop(self, seconds: float) -> None:
        pid = postmaster.recorded_pid(self.data)
        if pid and postmaster.is_postmaster_of(pid, self.data):
            # "Fast": connections are closed, what was committed is written. If that takes too long, the server leaves
            # at once and recovers from its log at the next start; nothing committed is lost.
            processes.send([pid], signal.SIGINT)
            if not processes.wait_until_gone([pid], seconds):
                processes.end([pid], first=signal.SIGQUIT, seconds=1)
        try:
            self.place.socket_directory.rmdir()
        except OSError:
            pass  # Something is left in it: the next start clears that away.
