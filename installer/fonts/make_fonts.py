"""Make the files of `resources/fonts/` from the packages pinned in its `fonts.json`.

The files are committed, so nobody needs this to build or run Merchant Guard. It wants npm, apt-get with the
pinned Debian packages in reach, and fonttools.

    python installer/fonts/make_fonts.py             make all again, say whether it is the same byte for byte
    python installer/fonts/make_fonts.py --accept    the recipe below was changed: write new files and hashes
    … --downloads FOLDER                             keep the fetched packages there, use them the next time
"""

import argparse
import bz2
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import fontTools
from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

RESULT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LOCK_NAME, LICENCE_NAME, README_NAME = "fonts.json", "LICENSE-OFL.txt", "README.md"
TABLE_BEGINS, TABLE_ENDS = "<!-- table: make_fonts.py -->\n", "<!-- end of table -->"

SANS_SC_REGULAR = "package/400Regular/NotoSansSC_400Regular.ttf"
SANS_SC_BOLD = "package/700Bold/NotoSansSC_700Bold.ttf"
SANS_REGULAR = "package/400Regular/NotoSans_400Regular.ttf"
SANS_BOLD = "package/700Bold/NotoSans_700Bold.ttf"
NOTO_LICENCE = "package/LICENSE_FONT"
WENKAI = "./usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
WENKAI_RESERVED = 'with Reserved Font Names "霞鹜" and "LXGW" (not used in the names of RareHan.ttf)'
UNIHAN = "./usr/share/unicode/Unihan_OtherMappings.txt.bz2"

Ranges = tuple[tuple[int, int], ...]

HAN: Ranges = (
    (0x3400, 0x4DBF),  # Extension A
    (0x4E00, 0x9FFF),  # Unified Ideographs
    (0xF900, 0xFAFF),  # compatibility
    (0x20000, 0x3FFFF),  # Extensions B and later, compatibility supplement
)
MAIN_BESIDES_HAN: Ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin-1, Extended-A and -B: the tone marks of pinyin, as far as the font has them
    (0x1E3E, 0x1E3F),  # Ḿ ḿ
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x20A0, 0x20BF),  # money
    (0x2103, 0x2103),
    (0x2116, 0x2116),
    (0x2160, 0x217F),  # Roman numerals
    (0x2190, 0x2193),
    (0x2460, 0x2473),  # ① – ⑳
    (0x25A0, 0x25FF),  # ■ □ ▲ ● ◆
    (0x2605, 0x2606),
    (0x2713, 0x2713),
    (0x3000, 0x30FF),  # CJK punctuation, hiragana, katakana
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)
LATIN: Ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # Latin-1, Extended-A
    (0x01CD, 0x01DC),  # ǎ ǐ ǒ ǔ ǖ ǘ ǚ ǜ
    (0x01F8, 0x01F9),  # ǹ
    (0x1E3E, 0x1E3F),  # ḿ
    (0x2000, 0x206F),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
)
SYMBOLS: Ranges = (
    (0x2000, 0x206F),  # spaces and punctuation
    (0x2070, 0x2BFF),  # super- and subscripts, money, numbers, arrows, mathematics, shapes, dingbats
    (0x1F100, 0x1F2FF),  # enclosed letters and ideographs
    (0x1F780, 0x1F7FF),
)

NAME_RECORDS = list(range(15))  # 0 and 7, 13, 14 are the copyright, trademark and licence the OFL wants kept
DROPPED_TABLES = ["BASE", "GSUB", "STAT", "VORG", "vhea", "vmtx"]
LAYOUT_TABLES = ["GDEF", "GPOS"]


class Source(TypedDict):
    """A package to fetch, as the lock writes it."""

    client: str
    package: str
    version: str
    file: str
    sha256: str


class Made(TypedDict):
    """A made file, as the lock writes it."""

    bytes: int
    characters: int
    sha256: str


class Lock(TypedDict):
    """`fonts.json`: what goes in and what must come out."""

    fonttools: str
    sources: dict[str, Source]
    made: dict[str, Made]


@dataclass(frozen=True)
class Recipe:
    """One font file to make: what of which source font, and under which name (None: keeps its own)."""

    result: str
    source: bytes
    characters: frozenset[int]
    family: str | None = None
    kerning: bool = False


# Packages


def fetch(source: Source, folder: Path) -> Path:
    """Return the package's file in `folder`, fetched when absent, with the pinned hash or not at all."""
    path = folder / source["file"]
    if not path.exists():
        download(source, folder)
    if (found := sha256(path.read_bytes())) != source["sha256"]:
        raise SystemExit(f"{path.name}: sha256 is {found}, pinned is {source['sha256']}")
    return path


def download(source: Source, folder: Path) -> None:
    """Have npm or apt-get put the package into `folder`."""
    if source["client"] == "npm":
        command = ["npm", "pack", "--silent", f"{source['package']}@{source['version']}"]
    else:
        command = ["apt-get", "download", "--quiet", f"{source['package']}={source['version']}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def read_members(package: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the named files inside an npm or Debian package."""
    content = package.read_bytes()
    if package.suffix == ".deb":
        command = ["dpkg-deb", "--fsys-tarfile", str(package)]
        content = subprocess.run(command, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return {name: read_member(archive, name) for name in names}


def read_member(archive: tarfile.TarFile, name: str) -> bytes:
    """Return one file of an archive."""
    member = archive.extractfile(name)
    if member is None:
        raise SystemExit(f"{name} is no file in its package")
    return member.read()


def read_sources(lock: Lock, folder: Path) -> dict[str, dict[str, bytes]]:
    """Return every file we use, by source and name in the package."""
    wanted = {
        "noto-sans-sc": [SANS_SC_REGULAR, SANS_SC_BOLD, NOTO_LICENCE],
        "noto-sans": [SANS_REGULAR, SANS_BOLD, NOTO_LICENCE],
        "lxgw-wenkai": [WENKAI],
        "unicode-data": [UNIHAN],
    }
    return {name: read_members(fetch(lock["sources"][name], folder), files) for name, files in wanted.items()}


# Characters


def within(ranges: Ranges) -> frozenset[int]:
    """Return all code points of the ranges, ends included."""
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def standard_han(unihan: bytes) -> frozenset[int]:
    """Return the 8,105 characters of 通用规范汉字表 (Unihan's kTGH)."""
    lines = bz2.decompress(unihan).decode("utf-8").splitlines()
    codes = frozenset(int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line)
    if len(codes) != 8105:
        raise SystemExit(f"Unihan has {len(codes)} characters with kTGH, not 8,105")
    return codes


def encoded_in(codec: str) -> frozenset[int]:
    """Return every character a two-byte codec knows."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    texts = (pair.decode(codec, "ignore") for pair in pairs)
    return frozenset(ord(text) for text in texts if len(text) == 1 and not text.isascii())


def main_characters(unihan: bytes) -> frozenset[int]:
    """Return what every page can need: the standard characters, all of GB2312, and the symbols of GBK."""
    symbols = encoded_in("gbk") - within(HAN)
    return standard_han(unihan) | encoded_in("gb2312") | symbols | within(MAIN_BESIDES_HAN)


def characters_of(font: bytes) -> frozenset[int]:
    """Return every code point a font has."""
    return frozenset(open_font(font).getBestCmap())


# Fonts


def open_font(content: bytes) -> TTFont:
    """Read a font from bytes."""
    return TTFont(io.BytesIO(content), lazy=True)


def recipes(files: dict[str, dict[str, bytes]]) -> list[Recipe]:
    """Return the fonts to make: main, rest and rare characters share no code point."""
    chinese, latin = files["noto-sans-sc"], files["noto-sans"]
    rare_source = files["lxgw-wenkai"][WENKAI]
    main = main_characters(files["unicode-data"][UNIHAN])
    everything = characters_of(chinese[SANS_SC_REGULAR])
    rare = (characters_of(rare_source) & within(HAN + SYMBOLS)) - everything
    return [
        Recipe("NotoSansSC-Regular.ttf", chinese[SANS_SC_REGULAR], main & everything),
        Recipe("NotoSansSC-Bold.ttf", chinese[SANS_SC_BOLD], main & everything),
        Recipe("NotoSansSC-Rest.ttf", chinese[SANS_SC_REGULAR], everything - main, "Noto Sans SC Rest"),
        Recipe("RareHan.ttf", rare_source, rare, "Merchant Guard Rare Han"),
        Recipe("NotoSans-Regular.ttf", latin[SANS_REGULAR], within(LATIN), kerning=True),
        Recipe("NotoSans-Bold.ttf", latin[SANS_BOLD], within(LATIN), kerning=True),
    ]


def subset_options(recipe: Recipe) -> Options:
    """Return how to cut a font: layout goes, but for Latin kerning; hinting there is none to drop."""
    options = Options()
    options.drop_tables += DROPPED_TABLES if recipe.kerning else DROPPED_TABLES + LAYOUT_TABLES
    options.layout_features = ["kern"] if recipe.kerning else []
    options.name_IDs = NAME_RECORDS
    options.notdef_outline = True
    options.prune_codepage_ranges = False  # Windows looks there whether a font is Chinese
    options.bidi_closure = False  # exactly the characters asked for
    options.harfbuzz_repacker = False  # its packing depends on what is installed
    options.recalc_timestamp = False
    return options


def make_font(recipe: Recipe) -> bytes:
    """Cut one font and return its file."""
    options, result = subset_options(recipe), io.BytesIO()
    font = load_font(io.BytesIO(recipe.source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=recipe.characters)
    subsetter.subset(font)
    if recipe.family:
        rename(font, recipe.family)
    if not recipe.kerning:
        put_full_width_last(font)
    mark_as_changed(font)
    save_font(font, result, options)
    return result.getvalue()


def put_full_width_last(font: TTFont) -> None:
    """Order the glyphs so that hmtx and cmap are short: reportlab reads them a fifth faster."""
    first, *others = font.getGlyphOrder()
    widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
    code_of = {glyph: code for code, glyph in sorted(font.getBestCmap().items(), reverse=True)}
    others.sort(key=lambda glyph: (widths[glyph][0] == em, code_of.get(glyph, sys.maxunicode)))
    reorderGlyphs(font, [first, *others])


def rename(font: TTFont, family: str) -> None:
    """Give a font a family of its own: no reserved name, and nothing takes it for another font."""
    postscript = f"{family.replace(' ', '')}-Regular"
    names = {1: family, 2: "Regular", 3: postscript, 4: f"{family} Regular", 6: postscript}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def mark_as_changed(font: TTFont) -> None:
    """Say in the unique identifier that this is not the font as its authors published it."""
    identifier = font["name"].getDebugName(3)
    font["name"].setName(f"{identifier};Merchant Guard subset", 3, 3, 1, 0x409)


def licence_text(files: dict[str, dict[str, bytes]]) -> str:
    """Return the licence of the made fonts: whose work they are, then the OFL as the packages carry it."""
    chinese, _, licence = files["noto-sans-sc"][NOTO_LICENCE].decode("utf-8").partition("\n")
    latin = files["noto-sans"][NOTO_LICENCE].decode("utf-8").partition("\n")[0]
    rare = str(open_font(files["lxgw-wenkai"][WENKAI])["name"].getDebugName(0)).splitlines()
    return "\n".join(
        (
            "NotoSansSC-Regular.ttf, NotoSansSC-Bold.ttf, NotoSansSC-Rest.ttf:",
            f"{chinese.strip()}\n",
            "NotoSans-Regular.ttf, NotoSans-Bold.ttf:",
            f"{latin.strip()}\n",
            "RareHan.ttf:",
            f"{rare[0].strip()}, {WENKAI_RESERVED}",
            *(f"{line.strip()}" for line in rare[1:]),
            licence,
        )
    )


# Results


def sha256(content: bytes) -> str:
    """Return the hash as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def describe(fonts: dict[str, bytes]) -> dict[str, Made]:
    """Return what the lock says of the made fonts."""
    return {
        name: {"bytes": len(font), "characters": len(characters_of(font)), "sha256": sha256(font)}
        for name, font in fonts.items()
    }


def readme_table(lock: Lock) -> str:
    """Return the README's two tables, from the lock."""
    rows = ["| package | version | from | sha256 of the package |", "|---|---|---|---|"]
    for source in lock["sources"].values():
        origin = {"npm": "npm", "apt": "Debian 12"}[source["client"]]
        rows.append(f"| `{source['package']}` | {source['version']} | {origin} | `{source['sha256']}` |")
    rows += ["", "| file | bytes | characters | sha256 |", "|---|---|---|---|"]
    for name, made in lock["made"].items():
        rows.append(f"| `{name}` | {made['bytes']:,} | {made['characters']:,} | `{made['sha256']}` |")
    return "\n".join(rows) + "\n"


def write_results(fonts: dict[str, bytes], licence: str, lock: Lock) -> None:
    """Write the fonts, their licence, the lock and the README's tables."""
    for name, font in fonts.items():
        (RESULT_FOLDER / name).write_bytes(font)
    write_text(LICENCE_NAME, licence)
    write_text(LOCK_NAME, json.dumps(lock, indent=2) + "\n")
    before, _, rest = (RESULT_FOLDER / README_NAME).read_text("utf-8").partition(TABLE_BEGINS)
    after = rest.partition(TABLE_ENDS)[2]
    write_text(README_NAME, before + TABLE_BEGINS + readme_table(lock) + TABLE_ENDS + after)


def write_text(name: str, text: str) -> None:
    """Write a text file of the fonts' folder, the same on every system."""
    (RESULT_FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def make_all(lock: Lock, downloads: Path) -> tuple[dict[str, bytes], str]:
    """Return the made fonts by file name, and their licence."""
    downloads.mkdir(parents=True, exist_ok=True)
    files = read_sources(lock, downloads)
    return {recipe.result: make_font(recipe) for recipe in recipes(files)}, licence_text(files)


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Make the files of resources/fonts/ again.")
    parser.add_argument("--accept", action="store_true", help="take the new hashes into the lock")
    parser.add_argument("--downloads", type=Path, help="keep the fetched packages in this folder")
    return parser.parse_args()


def main() -> int:
    """Make the fonts; write them when they are what the lock says, or when told to accept them."""
    arguments = read_arguments()
    lock: Lock = json.loads((RESULT_FOLDER / LOCK_NAME).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        fonts, licence = make_all(lock, arguments.downloads or Path(temporary))
    made = describe(fonts)
    changed = [name for name in made if made[name] != lock["made"].get(name)]
    if changed and not arguments.accept:
        versions = f"fonttools {fontTools.version}, the lock's were made with {lock['fonttools']}"
        print(f"Not as locked, nothing written: {', '.join(changed)} ({versions})")
        return 1
    if arguments.accept:
        lock = {"fonttools": fontTools.version, "sources": lock["sources"], "made": made}
    write_results(fonts, licence, lock)
    print("\n".join(f"{name}: {entry['bytes']:,} bytes" for name, entry in made.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
