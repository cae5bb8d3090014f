"""Processes beside a served site: started again when they die, gone when the site is."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from django.conf import settings


class KeptWorker:
    """A ``manage.py`` with these arguments that lives as long as this process, or until ``stop()``.

    It and whatever it starts are a process group of their own.  Its standard input is a pipe from us: when we
    are killed and cannot stop it, the pipe ends and so does it.
    """

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._process = self._spawn()
        threading.Thread(target=self._keep, daemon=True).start()

    def stop(self) -> None:
        """End the process and wait for that.  A task that a worker is at is done again by the next one."""
        with self._lock:
            self._stopped.set()
            self._end_group(signal.SIGTERM)
            self._process.wait()

    def _keep(self) -> None:
        while True:
            self._process.wait()
            if self._stopped.wait(1):
                return
            with self._lock:
                if not self._stopped.is_set():
                    self._end_group(signal.SIGKILL)  # what the dead one had started
                    self._process = self._spawn()

    def _end_group(self, how: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)

    def _spawn(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *self._arguments],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in the terminal is for us: we stop it
        )
