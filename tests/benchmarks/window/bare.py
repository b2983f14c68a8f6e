"""A wizard of five pages with a word and a field each, of Qt alone."""

import telling
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWizard, QWizardPage


def finished() -> None:
    telling.tell("frame")
    QTimer.singleShot(telling.ONE_SECOND, telling.tell_memory)


application = QApplication(["bare"])
application.setStyle("Fusion")
wizard = QWizard()
for number in range(5):
    page = QWizardPage()
    page.setTitle(f"Page {number}")
    column = QVBoxLayout(page)
    column.addWidget(QLabel("What is asked"))
    column.addWidget(QLineEdit())
    wizard.addPage(page)
wizard.resize(1366, 720)
telling.when_painted(wizard, finished)
wizard.show()
application.exec()
