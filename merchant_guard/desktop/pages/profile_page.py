"""店铺情况: what the shop says of itself, on the quick check's one screen and at the doors of the groups."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column, scrolling
from merchant_guard.desktop.pages.profile_fields import FieldBox, in_boxes
from merchant_guard.desktop.pages.profile_head import QUICK_PARTS, ProfileHead
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.top_bar import TopBar
from merchant_guard.domain.interview import Interview, ProfileStep
from merchant_guard.domain.shop import FieldType, ProfileField, ProfileValue, Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.localization import Language
from merchant_guard.services.load_content import load_content

QUICK_WIDTH, DOOR_WIDTH = 1030, 720
NEEDED = ("kinds", "team")


class ProfilePage(Page):
    """The profile screen on the desk, or the first one of a shop that is still new."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        step = desk.step if isinstance(desk.step, ProfileStep) else self._first_step()
        self._step_id, self._door = step.id, step.door
        self._width = DOOR_WIDTH if self._door else QUICK_WIDTH
        self._boxes: list[FieldBox] = []
        self._build()
        self._show_fields()

    # --- what is asked ------------------------------------------------------------------------------

    @property
    def _interview(self) -> Interview:
        if self.desk.check is not None:
            return self.desk.check.interview
        return Interview(load_content(), self.desk.draft or Shop(), {}, Stage.QUICK)

    def _first_step(self) -> ProfileStep:
        step = self._interview.path[0]
        if not isinstance(step, ProfileStep):
            raise TypeError("the interview does not begin with the shop")
        return step

    @property
    def _fields(self) -> tuple[ProfileField, ...]:
        """The fields of this screen as they are asked now; one may bring or take away another."""
        for step in self._interview.path:
            if isinstance(step, ProfileStep) and step.id == self._step_id:
                return step.fields
        return ()

    def _lone_field(self) -> ProfileField | None:
        """The field that is the whole screen, so that it is the heading."""
        fields = self._fields
        return fields[0] if len(fields) == 1 and fields[0].type is not FieldType.YES_NO else None

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        outer, side = column(self, (0, 0, 0, 0)), 26 if self.low else 32
        if self.desk.check is None:
            place = self.words("Quick check · your shop")
            outer.addWidget(TopBar(self.look, self.words("Go back"), self._go_back, place))
        content, body = QWidget(), QWidget()
        inner = column(content, (side, 10 if self.low else 32, side, 4 if self.low else 12))
        self._body_place = column(body, (0, 0, 0, 0))
        self._skipped = text_label(self.look, "", "note", "text2")
        self._skipped.setObjectName("skipped_groups")
        self._head = ProfileHead(self.look, self._interview, self._door, self._lone_field(), self.low)
        self._head.name_changed.connect(self._on_name_changed)
        for part in (self._head, body, self._skipped):
            inner.addWidget(in_column(part, self._width))
        footer = self._build_footer(side)
        if not self.low:
            inner.addWidget(in_column(footer, self._width))
        inner.addStretch(1)
        area = scrolling(content)
        outer.addWidget(area, 1)
        footer.follow(area)
        if self.low:
            outer.addWidget(footer)

    def _build_footer(self, side: int) -> PageFooter:
        footer = PageFooter(self.low, side, self._width)
        look = self.look
        if self.desk.check is not None:
            footer.row.addWidget(
                button(look, self.words("Go back"), "back", self._go_back, picture="arrow-left")
            )
        footer.row.addStretch(1)
        saved = self.words("Saved as you choose; it can be changed at any time")
        footer.add_note(look, saved)
        on = self.words("Next step")
        footer.row.addWidget(
            button(look, on, "go_on", self._go_on, kind="primary", picture="arrow-right", after=True)
        )
        return footer

    def _show_fields(self) -> None:
        """Build the controls of the fields that are asked now."""
        while item := self._body_place.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        titled = self._lone_field() is None
        self._boxes = []
        for fields in in_boxes(self._fields):
            box = FieldBox(self.look, fields, self._interview.shop.profile, titled)
            box.changed.connect(self._on_field_changed)
            self._boxes.append(box)
        if self._door is None:
            self._body_place.addWidget(
                SideBySide(self._stack(self._boxes[:1]), self._stack(self._boxes[1:]), *QUICK_PARTS)
            )
        else:
            self._body_place.addWidget(self._stack(self._boxes))
        self._show_what_follows()

    def _stack(self, boxes: Sequence[FieldBox]) -> QWidget:
        side = QWidget()
        layout = column(side, (0, 0, 0, 0), 12 if self.low else 24)
        for box in boxes:
            layout.addWidget(box)
        layout.addStretch(1)
        return side

    # --- answering ----------------------------------------------------------------------------------

    def _on_name_changed(self, name: str) -> None:
        self._keep(replace(self._interview.shop, name=name.strip()))

    def _on_field_changed(self, field_id: str, value: ProfileValue | None) -> None:
        before = self._interview
        asked = [field.id for field in self._fields]
        profile = {key: old for key, old in before.shop.profile.items() if key != field_id}
        if value is not None:
            profile[field_id] = value
        shop = replace(before.shop, profile=profile)
        hidden = before.hidden_by(replace(before, shop=shop))
        self._keep(shop)
        if asked != [field.id for field in self._fields]:
            self._show_fields()
            self._box_of(field_id).first_control.setFocus()
        self._box_of(field_id).show_error("")
        titles = [q.title.pick(self.look.language) for q in hidden if q.id in before.sheet.answers]
        self._say_hidden(field_id, before.shop, titles)
        self._show_what_follows()

    def _keep(self, shop: Shop) -> None:
        if self.desk.check is None:
            self.desk.draft = shop
        else:
            self.desk.describe_shop(shop)

    def _box_of(self, field_id: str) -> FieldBox:
        return next(box for box in self._boxes if field_id in box.field_ids)

    def _say_hidden(self, field_id: str, before: Shop, titles: Sequence[str]) -> None:
        """Say which answers a choice puts aside, and offer to take it back."""
        for box in self._boxes:
            box.clear_hidden()
        if not titles:
            return
        words = self.words(
            "Answered questions put aside ({count}): {titles} Change it back and they are back too."
        )

        def back() -> None:
            self._keep(before)
            self._show_fields()
            self._box_of(field_id).first_control.setFocus()

        sentence = words.format(count=len(titles), titles=" ".join(titles))
        self._box_of(field_id).show_hidden(sentence, back)

    def _show_what_follows(self) -> None:
        """Say which groups fall away, at the head count for those that only staff would bring."""
        if self._door is not None:
            self._skipped.hide()
            return
        interview = self._interview
        profile = interview.shop.profile
        fallen = _silent_groups(interview, self.look.language)
        with_staff = _silent_groups(interview.with_profile({"team": 2}), self.look.language)
        for_staff = {key: name for key, name in fallen.items() if key not in with_staff}
        if profile.get("team") != 1:
            for_staff = {}
        alone = self.words("You have no staff, so this needs no answers: {groups}")
        self._box_of("team").show_note(self._sentence(alone, for_staff.values()))
        others = [name for key, name in fallen.items() if key not in for_staff]
        words = self.words("As you chose, these groups need no answers: {groups}")
        sentence = self._sentence(words, others) if all(profile.get(one) for one in NEEDED) else ""
        set_text(self.look, self._skipped, sentence, "note")
        self._skipped.setVisible(bool(sentence))

    def _sentence(self, words: str, groups: Iterable[str]) -> str:
        names = self.words(", ").join(groups)
        return words.format(groups=names) if names else ""

    # --- going on -----------------------------------------------------------------------------------

    def _go_back(self) -> None:
        if self.desk.check is None:
            self.desk.go(Screen.FIRST_RUN)
        else:
            self.desk.previous_step()

    def _go_on(self) -> None:
        """On, unless something needed is missing; what was left unticked is a no."""
        if self._door is None and self._tell_missing():
            return
        shop = self._interview.shop
        unticked: dict[str, ProfileValue] = {
            field.id: False if field.type is FieldType.YES_NO else frozenset()
            for field in self._fields
            if field.type in (FieldType.YES_NO, FieldType.MANY) and field.id not in shop.profile
        }
        whole = replace(shop, profile={**shop.profile, **unticked})
        if self.desk.check is None:
            self.desk.describe_shop(whole)
            return
        if unticked:
            self.desk.describe_shop(whole)
        self.desk.next_step()

    def _tell_missing(self) -> bool:
        profile = self._interview.shop.profile
        sentences = {
            "kinds": self.words("Choose at least one kind of shop"),
            "team": self.words("Say how many people; just you is 1"),
        }
        missing = [field for field in NEEDED if not profile.get(field)]
        for field in NEEDED:
            self._box_of(field).show_error(sentences[field] if field in missing else "")
        if missing:
            self._box_of(missing[0]).first_control.setFocus()
        return bool(missing)

    def first_focus(self) -> QWidget | None:
        """The first control; nothing is chosen by that."""
        return self._boxes[0].first_control if self._boxes else None

    def announcement(self) -> str:
        """What the screen asks."""
        return self._head.heading


def _silent_groups(interview: Interview, language: Language) -> dict[str, str]:
    """The groups that ask this shop nothing: id and name."""
    asked = {question.group for question in interview.sheet.questions}
    return {
        group.id: group.label.pick(language) for group in interview.bank.asked_groups if group.id not in asked
    }
