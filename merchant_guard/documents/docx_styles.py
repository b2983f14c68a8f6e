"""The styles of papers as Word files, by the names and sizes of the print design."""

from collections.abc import Mapping

from merchant_guard.documents.blocks import Size


class Styles:
    """Ids of styles in `resources/styles/paper.docx`."""

    TITLE = "Title"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    BODY = "BodyText"
    NOTE = "Note"
    TASK = "Task"
    LEAD = "Lead"
    LARGE = "Large"
    DISPLAY = "Display"
    SCORE = "Score"
    SIGN = "Sign"


STYLE_OF_SIZE: Mapping[Size, str] = {
    Size.TITLE: Styles.DISPLAY,
    Size.BODY: Styles.BODY,
    Size.NOTE: Styles.NOTE,
    Size.TASK: Styles.TASK,
    Size.LEAD: Styles.LEAD,
    Size.HEADING: Styles.LARGE,
    Size.SCORE: Styles.SCORE,
    Size.SIGN: Styles.SIGN,
}
BUILT_IN: Mapping[str, str] = {
    Styles.TITLE: "Title",
    Styles.HEADING_1: "heading 1",
    Styles.HEADING_2: "heading 2",
    Styles.BODY: "Body Text",
}
"""The names by which Word and WPS know their own styles, and show them in the language of the person."""
HEADING_SPACE = ((8, 2), (4, 0))
"""Millimetres over and under the headings of each level."""
