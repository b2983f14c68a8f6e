"""The application around the window: look, fonts, stylesheet, and the order of starting up."""

import sys
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.registry import make_page
from merchant_guard.desktop.theme.look import Look, add_bundled_fonts
from merchant_guard.desktop.theme.stylesheet import stylesheet
from merchant_guard.desktop.window_place import USUAL
from merchant_guard.localization import Language
from merchant_guard.localization.sentences import sentence
from merchant_guard.system import streams


def make_application(arguments: list[str]) -> QApplication:
    """Make the application with the style every look builds on."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Said this way, the style is not handed back to the binding, which would get every class of style ready.
    application = QApplication([*arguments, "-style", "fusion"])
    application.setApplicationName("MerchantGuard")
    add_bundled_fonts()
    return application


def wear(application: QApplication, look: Look) -> None:
    """Put a look on: palette and stylesheet together, so that native parts agree with ours."""
    colours = look.colours
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.window),
        (roles.WindowText, colours.text),
        (roles.Base, colours.surface),
        (roles.AlternateBase, colours.sunken),
        (roles.Text, colours.text),
        (roles.Button, colours.surface),
        (roles.ButtonText, colours.text),
        (roles.ToolTipBase, colours.surface),
        (roles.ToolTipText, colours.text),
        (roles.PlaceholderText, colours.text3),
        (roles.Highlight, colours.primary),
        (roles.HighlightedText, colours.on_primary),
        (roles.Link, colours.primary),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setFont(look.font("body"))
    application.setStyleSheet(stylesheet(colours))
    _speak(application, look.language)


def _speak(application: QApplication, language: Language) -> None:
    """Say what Qt itself says (right-click menus of fields, its file dialog) in the language of the look."""
    said = application.findChild(QTranslator)
    if language == "zh" and said is None:
        said = QTranslator(application)
        if said.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(said)
    elif language != "zh" and said is not None:
        application.removeTranslator(said)
        said.setParent(None)


def make_rail(desk: Desk) -> QWidget:
    """The rail of groups beside the interview."""
    from merchant_guard.desktop.widgets.step_rail import StepRail  # noqa: PLC0415 (not for the first paint)

    return StepRail(desk)


def make_window(application: QApplication, desk: Desk) -> MainWindow:
    """Make the window for a desk; it wears the desk's look from now on."""
    wear(application, desk.look)
    desk.look_changed.connect(lambda: wear(application, desk.look))
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: desk.follow_system())
    window = MainWindow(desk, make_page, make_rail)
    window.resize(USUAL)
    return window


def open_data(desk: Desk, background: Background, folder: Path, screen: str | None = None) -> None:
    """Open the store beside the window and lay what is in it on the desk, then show the screen asked for."""
    desk.opening.begin(background, folder, screen)


def catch_unexpected(desk: Desk) -> None:
    """Let anything nobody handled show as one calm sentence; what was saved is saved."""

    def tell(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        # The message of an error could hold what somebody typed; kind and place cannot.
        frames = extract_tb(trace)
        place = (
            f"{kind.__name__}, {Path(frames[-1].filename).name}:{frames[-1].lineno}"
            if frames
            else kind.__name__
        )
        words = sentence(desk.look.language, "unexpected", {"place": place})
        streams.warn(words)
        desk.save_failed.emit(words)

    sys.excepthook = tell
