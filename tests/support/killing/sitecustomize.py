"""Loaded by each Python that starts: notes what it does to a folder, and kills it at one point.

`KILLING_LOG` names the file that the events go into, a line each, those of all processes of a run
in the order in which they came; `KILLING_IN` the folder; `KILLING_AT` the number of the event,
counted from 1, before which the whole process group is killed, or with `KILLING_ONE` the process.
"""

import os
import signal
import sys

EVENTS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "os.truncate"}
NEAR_THE_SWAP = {"ctypes.dlsym", "subprocess.Popen"}


def watch(log: str, folder: str, at: int, one: bool) -> None:
    """Note every event of this process, and kill where it is time."""
    lines = os.open(log, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)

    def note(event: str, given: tuple[object, ...]) -> None:
        what = str(given[1]) if event == "ctypes.dlsym" else str(given[0])
        path = os.path.abspath(what)  # noqa: PTH100 (links are not followed)
        inside = path.startswith(folder) and not path.endswith((".py", ".pyc"))
        if event in NEAR_THE_SWAP or (event in EVENTS and inside):
            os.write(lines, f"{event} {what}\n".encode())
            if at and os.pread(lines, os.fstat(lines).st_size, 0).count(b"\n") == at:
                os.kill(os.getpid() if one else -os.getpgrp(), signal.SIGKILL)

    sys.addaudithook(note)


if "KILLING_LOG" in os.environ:
    watch(
        os.environ["KILLING_LOG"],
        os.environ["KILLING_IN"],
        int(os.environ.get("KILLING_AT", "0")),
        "KILLING_ONE" in os.environ,
    )
