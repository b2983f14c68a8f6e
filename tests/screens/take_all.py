"""Every screen in every size, theme and language the design asks for, into `out/screens` (`make screens`)."""

import subprocess
import sys
from itertools import product
from pathlib import Path

TAKE = Path(__file__).with_name("take.py")
SIZES = (("1366x696", "1"), ("1092x542", "1.25"), ("911x440", "1.5"))


def main() -> None:
    """Take them all, one process for each look."""
    looks = [
        (*size, theme, language, "standard")
        for size, theme, language in product(SIZES, ("light", "dark"), ("zh", "en"))
    ]
    looks += [(*size, "light", language, "huge") for size, language in product(SIZES, ("zh", "en"))]
    looks += [(*size, "light", "zh", "large") for size in SIZES]
    for size, scale, theme, language, text in looks:
        arguments = ["--size", size, "--scale", scale, "--lang", language, "--text", text]
        arguments += ["--dark"] if theme == "dark" else []
        taken = subprocess.run(
            [sys.executable, str(TAKE), *arguments], check=True, stdout=subprocess.PIPE, text=True
        )
        print(f"{len(taken.stdout.splitlines())} screens: {size} {theme} {language} {text}", flush=True)


if __name__ == "__main__":
    main()
