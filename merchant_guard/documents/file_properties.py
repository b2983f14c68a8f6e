"""What every file says of where it comes from."""

from merchant_guard.localization import Language

CREATOR = "商户隐私自查 Merchant Guard"


def language_tag(language: Language | str) -> str:
    """How files name a language."""
    return "zh-CN" if language == "zh" else "en"
