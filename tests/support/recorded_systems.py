"""Systems that remember what was asked of them: `schtasks` and `systemctl`, as far as reminders ask."""

from collections.abc import Callable, Sequence
from pathlib import Path

from merchant_guard.reminders.running import Outcome

DONE = Outcome(0)
Answer = Callable[[Sequence[str]], Outcome]


class Recorded:
    """Runs nothing; keeps every command and the limit it was given, and answers as a system would."""

    def __init__(self, answer: Answer = lambda _words: DONE) -> None:
        self.calls: list[list[str]] = []
        self.limits: list[float] = []
        self._answer = answer

    def __call__(self, arguments: Sequence[str], limit: float = 20.0) -> Outcome:
        self.calls.append(list(arguments))
        self.limits.append(limit)
        return self._answer(arguments)

    @property
    def programs(self) -> set[str]:
        return {call[0] for call in self.calls}


class Tasks:
    """The Task Scheduler of one computer."""

    def __init__(self) -> None:
        self.tasks: dict[str, str] = {}
        self.refuses = False

    def __call__(self, words: Sequence[str]) -> Outcome:
        verb, name = words[1], words[3]
        if self.refuses and verb != "/Query":
            return Outcome(1, err="ERROR: Access is denied.\r\n")
        if verb == "/Create":
            file = words[words.index("/XML") + 1]
            self.tasks[name] = Path(file).read_bytes().decode("utf-16")
            return DONE
        if name not in self.tasks:
            return Outcome(1, err="ERROR: The system cannot find the file specified.\r\n")
        if verb == "/Delete":
            del self.tasks[name]
            return DONE
        return Outcome(0, out=self.tasks[name])


class Units:
    """The systemd of one user. It knows a unit only after it was told to look again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.known: set[str] = set()
        self.enabled: set[str] = set()
        self.running: set[str] = set()
        self.refuses = False
        self.is_away = False

    def __call__(self, words: Sequence[str]) -> Outcome:
        assert words[:2] == ["systemctl", "--user"]
        verb, unit = words[2], words[-1]
        if self.is_away or (self.refuses and verb != "show"):
            return Outcome(1, err="Failed to connect to bus: No medium found\n")
        if verb == "show":
            return Outcome(0, out="Version=252\n")
        if verb == "daemon-reload":
            self.known = {file.name for file in self._folder.glob("*")}
            return DONE
        if unit not in self.known:
            return Outcome(1, err=f"Unit {unit} does not exist\n")
        if verb == "is-enabled":
            return DONE if unit in self.enabled else Outcome(1, out="disabled\n")
        {"enable": self.enabled.add, "restart": self.running.add, "disable": self._disable}[verb](unit)
        return DONE

    def _disable(self, unit: str) -> None:
        self.enabled.discard(unit)
        self.running.discard(unit)
