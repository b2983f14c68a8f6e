"""The one stylesheet, made from the tokens. Widgets choose their look by the property `k`."""

from string import Template

from merchant_guard.desktop.theme.tokens import Colours
from merchant_guard.system import resources


def stylesheet(colours: Colours) -> str:
    """Fill the colours of a theme into `resources/styles/app.qss`."""
    return Template(resources.read_text("styles/app.qss")).substitute(colours._asdict())
