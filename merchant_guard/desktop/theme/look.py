"""The look in force: colours, type and language, which every widget asks for when it is made or painted."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontDatabase

from merchant_guard.desktop.theme.tokens import DARK, LIGHT, TEXT_SCALES, TYPE, Colours
from merchant_guard.localization import Language, Translate, translator
from merchant_guard.system import resources

_CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "HarmonyOS Sans SC",
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_ENGLISH_FIRST = ("Segoe UI", "Noto Sans")
_BUNDLED = {
    "Noto Sans SC": ("NotoSansSC-Regular", "NotoSansSC-Bold"),
    "Noto Sans": ("NotoSans-Regular", "NotoSans-Bold"),
}


@dataclass(frozen=True)
class Look:
    """How the window looks now. A change of any part makes a new one, and the page is built again."""

    language: Language = "zh"
    dark: bool = False
    text_size: str = "standard"

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return DARK if self.dark else LIGHT

    @property
    def words(self) -> Translate:
        """Turns an English message id into a sentence."""
        return translator(self.language)

    def colour(self, name: str) -> QColor:
        """One colour by its name."""
        return QColor(getattr(self.colours, name))

    def px(self, style: str) -> int:
        """The size of a type style in pixels at the chosen text size."""
        return round(TYPE[style].size * TEXT_SCALES[self.text_size])

    def line_height(self, style: str) -> int:
        """The line height of a type style in pixels at the chosen text size."""
        return round(TYPE[style].line * TEXT_SCALES[self.text_size])

    def font(self, style: str) -> QFont:
        """The font of a type style, the caller's own to change."""
        return QFont(_font(self, style))


@lru_cache(maxsize=64)
def _font(look: Look, style: str) -> QFont:
    """Looking the families up takes long enough to show in a list of rows."""
    font = QFont(families(look.language))
    font.setPixelSize(look.px(style))
    font.setWeight(QFont.Weight.DemiBold if TYPE[style].strong else QFont.Weight.Normal)
    return font


def families(language: Language) -> list[str]:
    """The families of a language in order of preference, Latin first in English.

    Otherwise quotation marks in English would come from the Chinese font and take a full square.
    """
    first = _ENGLISH_FIRST if language == "en" else ()
    return [*first, *_CHINESE_FAMILIES]


def add_bundled_fonts() -> None:
    """Add our own fonts where the system has none of the families that come before them."""
    present = set(QFontDatabase.families())
    chinese_before = _CHINESE_FAMILIES[: _CHINESE_FAMILIES.index("Noto Sans SC")]
    if present.isdisjoint(chinese_before):
        _add("Noto Sans SC")
    if "Segoe UI" not in present:
        _add("Noto Sans")


def _add(family: str) -> None:
    for name in _BUNDLED[family]:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}.ttf")))
