"""Real servers in folders of their own; every process here is a real one, and is really killed."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import pytest
from django.core.exceptions import ImproperlyConfigured

from monthlypeople import processes
from monthlypeople.embedded_postgresql import binaries, postmaster
from monthlypeople.embedded_postgresql.account import server_account
from monthlypeople.embedded_postgresql.place import PRIVATE_ROOT, _copied, _short_hash
from monthlypeople.embedded_postgresql.server import Server

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def new_data():
    """A data directory as initdb leaves it, to be copied: making one takes half a second."""
    with open_folder() as folder:
        server = Server(folder / "pg", "magazine", durable=False)
        server.ensure_running()
        server.leave()
        yield server.data


@pytest.fixture
def folder(new_data):
    with open_folder() as folder:
        copy_data(new_data, folder / "pg")
        yield folder


@pytest.fixture
def server(folder):
    server = Server(folder / "pg", "magazine", durable=True)
    yield server
    if server.lease.descriptor is not None:
        server.leave()


@contextmanager
def open_folder():
    """pytest closes its own folders to others; the account that root lends the server has to walk through."""
    with tempfile.TemporaryDirectory(prefix="monthlypeople-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name).resolve()


def copy_data(source, target):
    subprocess.run(["cp", "-a", source, target], check=True)


def execute(server, query, *, database="magazine"):
    """Asks as the database backend does: once more when the server that was known is gone, or recovers."""
    reached = {"port": 5432, "user": "postgres", "dbname": database}
    try:
        connection = psycopg2.connect(host=str(server.ensure_running()), **reached)
    except psycopg2.OperationalError:
        connection = psycopg2.connect(host=str(server.ensure_running(doubted=True)), **reached)
    with closing(connection):
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0] if cursor.description else None


def pid_of(server):
    return postmaster.recorded_pid(server.data)


def kill(pid):
    os.kill(pid, signal.SIGKILL)
    assert processes.wait_until_gone([pid], 5)


USER_OF_THE_SERVER = """
    import sys, time
    from pathlib import Path
    from monthlypeople.embedded_postgresql import postmaster
    from monthlypeople.embedded_postgresql.server import Server

    server = Server(Path(sys.argv[1]), "magazine")
    server.ensure_running()
    print(postmaster.recorded_pid(server.data), flush=True)
    sys.stdin.read()
"""


def start_user(server):
    """Another process that uses the server until its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(USER_OF_THE_SERVER), server.wanted],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_server_is_private_and_speaks_utf8(server):
    socket_directory = server.ensure_running()

    assert execute(server, "SHOW listen_addresses") == ""
    assert execute(server, "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'magazine'") == "UTF8"
    assert execute(server, "SELECT datctype FROM pg_database WHERE datname = 'magazine'") == "C.UTF-8"
    assert execute(server, "SHOW fsync") == "on"
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket_directory.lstat().st_mode) == 0o700


def test_careless_server_does_not_wait_for_the_disk(folder):
    server = Server(folder / "pg", "magazine", durable=False)

    assert execute(server, "SHOW fsync") == "off"
    assert execute(server, "SHOW synchronous_commit") == "off"

    server.leave()


def test_careless_server_drops_what_killed_test_runs_left(folder):
    server = Server(folder / "pg", "magazine", durable=False)
    execute(server, "CREATE DATABASE test_left_behind")
    server.leave()

    assert execute(server, "SELECT count(*) FROM pg_database WHERE datname LIKE 'test%'") == 0

    server.leave()


def test_last_one_out_stops_the_server(server):
    other = start_user(server)
    pid = int(other.stdout.readline())
    server.ensure_running()

    server.leave()
    assert processes.is_alive(pid)

    other.communicate()
    assert other.returncode == 0
    assert not processes.is_alive(pid)
    assert not server.place.socket_directory.exists()


def test_killed_user_gives_up_its_lease(server):
    other = start_user(server)
    pid = int(other.stdout.readline())
    server.ensure_running()
    other.kill()
    other.communicate()

    server.leave()

    assert not processes.is_alive(pid)


def test_forked_child_does_not_stop_the_server_of_its_parent(server):
    server.ensure_running()
    pid = pid_of(server)

    child = os.fork()
    if child == 0:
        server.leave()
        os._exit(0)
    os.waitpid(child, 0)

    assert processes.is_alive(pid)
    assert pid_of(server) == pid


def test_eight_starters_get_one_server(server):
    users = [start_user(server) for _ in range(8)]

    pids = {int(user.stdout.readline()) for user in users}
    for user in users:
        user.communicate()

    assert len(pids) == 1
    assert [user.returncode for user in users] == [0] * 8
    assert not processes.is_alive(pids.pop())


def test_what_was_committed_survives_the_kill_of_the_postmaster(server):
    execute(server, "CREATE TABLE kept AS SELECT 1 AS number")
    first = pid_of(server)

    kill(first)

    assert server.ensure_running(doubted=True)
    assert pid_of(server) != first
    assert execute(server, "SELECT number FROM kept") == 1


def test_kill_of_a_backend_is_waited_out(server):
    with closing(server.connect(server.ensure_running())) as victim:
        first = pid_of(server)
        kill(victim.info.backend_pid)

    assert execute(server, "SELECT 1") == 1
    assert pid_of(server) == first


def test_pid_of_a_killed_server_may_be_somebody_elses_by_now(server):
    server.ensure_running()
    kill(pid_of(server))
    bystander = subprocess.Popen(["sleep", "60"])
    lines = (server.data / "postmaster.pid").read_text().splitlines()
    (server.data / "postmaster.pid").write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n")

    server.ensure_running(doubted=True)

    assert execute(server, "SELECT 1") == 1
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_server_of_a_deleted_folder_is_ended(server):
    execute(server, "CREATE TABLE gone (number int)")
    first = pid_of(server)
    shutil.rmtree(server.data)

    server.ensure_running(doubted=True)

    assert not processes.is_alive(first)
    assert execute(server, "SELECT count(*) FROM pg_tables WHERE tablename = 'gone'") == 0


@pytest.mark.skipif(not processes.HAS_PROC, reason="only /proc tells where a process works")
def test_server_of_a_moved_folder_is_ended_and_its_data_kept(server, folder):
    execute(server, "CREATE TABLE kept AS SELECT 1 AS number")
    first = pid_of(server)
    (folder / "moved").mkdir()
    server.data.rename(folder / "moved" / "pg")
    moved = Server(folder / "moved" / "pg", "magazine")

    assert execute(moved, "SELECT number FROM kept") == 1
    assert not processes.is_alive(first)

    moved.leave()


def test_copied_folder_leaves_the_server_of_the_original_alone(server, folder):
    execute(server, "CREATE TABLE kept AS SELECT 1 AS number")
    execute(server, "CHECKPOINT")
    first = pid_of(server)
    (folder / "copy").mkdir()
    copy_data(server.data, folder / "copy" / "pg")
    copy = Server(folder / "copy" / "pg", "magazine")

    assert execute(copy, "SELECT number FROM kept") == 1
    assert pid_of(copy) != first
    assert pid_of(server) == first
    assert processes.is_alive(first)

    copy.leave()


def test_full_server_is_not_mistaken_for_a_dead_one(server):
    server.ensure_running()
    first = pid_of(server)
    execute(server, "ALTER SYSTEM SET max_connections = 6")
    execute(server, "ALTER SYSTEM SET superuser_reserved_connections = 1")
    execute(server, "ALTER SYSTEM SET max_wal_senders = 0")
    server.leave()
    directory = server.ensure_running()
    first = pid_of(server)
    held = [server.connect(directory) for _ in range(6)]

    with pytest.raises(psycopg2.OperationalError, match="too many clients"):
        server.ensure_running(doubted=True)

    for connection in held:
        connection.close()
    assert server.ensure_running(doubted=True) == directory
    assert pid_of(server) == first


def test_folder_of_the_socket_that_is_a_link_is_refused(server, folder):
    directory = server.place.socket_directory
    directory.symlink_to(folder)

    with pytest.raises(ImproperlyConfigured, match="should be ours alone"):
        server.ensure_running()

    directory.unlink()


def test_long_path_is_no_matter(folder):
    deep = folder / ("long" * 30) / ("deeper" * 20)
    deep.mkdir(parents=True)
    (folder / "pg").rename(deep / "pg")
    server = Server(deep / "pg", "magazine")

    assert len(str(server.wanted)) > 250
    assert execute(server, "SELECT 1") == 1

    server.leave()


def test_interrupted_initdb_is_begun_again(folder):
    shutil.rmtree(folder / "pg")
    (folder / "pg.new").mkdir()
    (folder / "pg.new" / "PG_VERSION").write_text("18\n")
    server = Server(folder / "pg", "magazine", durable=False)

    assert execute(server, "SELECT 1") == 1

    server.leave()


def test_folders_above_keep_their_permissions(server):
    before = {parent: parent.stat().st_mode for parent in server.wanted.parents}

    server.ensure_running()

    assert {parent: parent.stat().st_mode for parent in server.wanted.parents} == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another account")
def test_root_in_a_closed_folder_uses_a_private_one_and_says_so(tmp_path, capfd):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "var").mkdir()
    server = Server(closed / "var" / "pg", "magazine", durable=False)
    private = PRIVATE_ROOT / _short_hash(closed / "var")
    try:
        assert execute(server, "SELECT 1") == 1
        said = capfd.readouterr().err
        server.leave()
        again = Server(closed / "var" / "pg", "magazine", durable=False)
        again.ensure_running()
        again.leave()

        assert server.data == private / "pg"
        assert str(private) in said
        assert capfd.readouterr().err == ""
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    finally:
        shutil.rmtree(private, ignore_errors=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another account")
def test_programs_in_a_closed_folder_are_copied_whole(folder):
    account = server_account(folder / "pg")
    private = folder / "private"
    account.make_private(private)

    copy = _copied(binaries.find(), account, private)
    again = _copied(binaries.find(), account, private)

    for name in binaries.NEEDED:
        assert account.run([copy / name, "--version"]).returncode == 0
    assert copy == again
    assert len(list(private.iterdir())) == 1


def test_help_starts_nothing(tmp_path):
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("manage.py", "monthlypeople", "accounts", "publisher", "reporters", "articles"):
        source = CHECKOUT / name
        shutil.copytree(source, checkout / name) if source.is_dir() else shutil.copy(source, checkout)

    told = subprocess.run(
        [sys.executable, "manage.py", "--help"],
        cwd=checkout,
        env=os.environ | {"DATABASE_URL": "embedded:"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "run_periodic" in told.stdout
    assert not (checkout / "var").exists()


def test_start_after_the_first_takes_less_than_two_seconds(server):
    server.ensure_running()
    server.leave()
    began = time.monotonic()

    server.ensure_running()

    assert time.monotonic() - began < 2
