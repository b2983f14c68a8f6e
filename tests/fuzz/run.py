"""Knock at one door for some time with atheris, guided by what of our code was reached.

`make fuzz` runs it for every door; `python -m tests.fuzz.run <door> <seconds>` for one. What makes a door
fail is kept as `out/fuzz/<door>/crash-…`; run it again with that file in place of the seconds.
"""

import os
import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["merchant_guard.exchange", "zipfile", "json", "csv"]):
    from tests.fuzz.doors import DOORS, knock

PLACE = Path("out") / "fuzz"


def main() -> None:
    """Prepare seeds and begin; ends by itself, with a code other than 0 after a fault."""
    name, told = sys.argv[1], sys.argv[2]
    folder = PLACE / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(DOORS[name].seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [f"-artifact_prefix={folder}{os.sep}", "-max_len=262144", "-rss_limit_mb=2048", "-timeout=20"]
    if told.isdigit():
        words = [f"-max_total_time={told}", "-print_final_stats=1", "-verbosity=0", str(corpus)]
    else:
        words = [told]
    change = DOORS[name].change

    def mutate(data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 (the same again for the same seed)
        changed = change(data, chance, lambda held: atheris.Mutate(held, max(len(held) * 2, 64)))
        return changed if len(changed) <= max_size else atheris.Mutate(data, max_size)

    atheris.Setup(
        [sys.argv[0], *options, *words], lambda data: knock(name, data) and None, custom_mutator=mutate
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
