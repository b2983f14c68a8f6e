"""店铺情况: what the shop says of itself, on the quick check's one screen and at the doors of the groups."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty, in_column
from merchant_guard.desktop.pages.profile_fields import FieldBox, in_boxes
from merchant_guard.desktop.pages.profile_head import QUICK_PARTS, ProfileHead
from merchant_guard.desktop.pages.profile_last_year import LastYear
from merchant_guard.desktop.pages.profile_spared import spared_groups
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.hiding_notice import HidingNotice
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.tab_order import put_behind, tab_stops
from merchant_guard.desktop.widgets.top_bar import TopBar
from merchant_guard.domain.interview import Interview, ProfileStep
from merchant_guard.domain.question import Question
from merchant_guard.domain.shop import FieldType, ProfileField, ProfileValue, Shop, is_blank
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.sentences import sentence
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
        self._last_year: LastYear | None = None
        self._notice: HidingNotice | None = None
        self._build()
        self._show_body()

    # --- what is asked ------------------------------------------------------------------------------

    @property
    def _interview(self) -> Interview:
        if self.desk.check is not None:
            return self.desk.check.interview
        return Interview(load_content(), self.desk.draft or Shop(), {}, Stage.QUICK)

    @property
    def _shown(self) -> Interview:
        """As the fields show it: where something is not as last year, the rest stands as it was."""
        return self._as_last_year or self._interview

    @property
    def _as_last_year(self) -> Interview | None:
        return self.desk.check.last_years(self._step_id) if self.desk.check else None

    @property
    def _asks_last_year(self) -> bool:
        """Whether the whole screen is still to be confirmed as it was last year."""
        profile = self._interview.shop.profile
        is_begun = any(field.id in profile for field in self._shown.fields_at(self._step_id))
        return self._as_last_year is not None and not is_begun and self._step_id not in self.desk.changing

    def _first_step(self) -> ProfileStep:
        step = self._interview.path[0]
        if not isinstance(step, ProfileStep):
            raise TypeError("the interview does not begin with the shop")
        return step

    @property
    def _fields(self) -> tuple[ProfileField, ...]:
        """The fields of this screen as they are asked now; one may bring or take away another."""
        return self._shown.fields_at(self._step_id)

    def _lone_field(self) -> ProfileField | None:
        """The field that is the whole screen, so that it is the heading."""
        fields = self._fields
        return fields[0] if len(fields) == 1 and fields[0].type is not FieldType.YES_NO else None

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        outer, side = column(self, (0, 0, 0, 0)), 26 if self.low else 32
        if self.desk.is_describing:
            place = self.words("Quick check · your shop")
            if self.desk.check is not None and self.desk.check.previous is not None:
                year = self.desk.check.checked_on.year
                place = self.words("{year} self-check · your shop").format(year=year)
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
        footer = self._footer = self._build_footer(side)
        if not self.low:
            inner.addWidget(in_column(footer, self._width))
        inner.addStretch(1)
        self._area = ScrollArea(content)
        # The notice is only where it belongs once the layout has made room for it.
        self._area.verticalScrollBar().rangeChanged.connect(self._scroll_to_notice)
        outer.addWidget(self._area, 1)
        footer.follow(self._area)
        if self.low:
            outer.addWidget(footer)

    def _build_footer(self, side: int) -> PageFooter:
        footer = PageFooter(self.low, side, self._width)
        look = self.look
        if not self.desk.is_describing:
            footer.row.addWidget(
                button(look, self.words("Go back"), "back", self._go_back, picture="arrow-left")
            )
        footer.row.addStretch(1)
        saved = self.words("Saved as you choose; it can be changed at any time")
        footer.add_note(look, saved)
        on = self.words("Next step")
        self._onward = button(
            look, on, "go_on", self._go_on, kind="primary", picture="arrow-right", after=True
        )
        self._changed = button(look, self.words("Something changed"), "changed_since", self._open_fields)
        same = self.words("The same")
        self._same = button(look, same, "same_as_last_year", self._take_over, kind="primary")
        for made in (self._changed, self._same, self._onward):
            footer.row.addWidget(made)
        return footer

    def _show_body(self) -> None:
        """Ask whether it is as last year, else show the fields."""
        if focused := self.focusWidget():
            focused.clearFocus()  # else it goes on to the next one as if by keyboard
        empty(self._body_place)
        self._notice, self._last_year, self._boxes = None, None, []
        asks = self._asks_last_year
        for made in (self._changed, self._same, self._onward):
            made.setVisible(asks is not (made is self._onward))
        if asks and (earlier := self._as_last_year):
            self._last_year = LastYear(self.look, self._fields, earlier.shop.profile)
            self._body_place.addWidget(self._last_year)
            self._skipped.hide()
        else:
            self._show_fields()
        self._lead_tab()

    def _lead_tab(self) -> None:
        """From top to bottom, whatever was built first."""
        bar, body = self.findChildren(QWidget, "top_bar"), self._body_place.parentWidget()
        above = (*bar, self._head, body)
        put_behind(self._onward, *above)
        if stops := [stop for part in above for stop in tab_stops(part)]:
            put_behind(stops[-1], self._footer)

    def _show_fields(self) -> None:
        """Build the controls of the fields that are asked now."""
        titled = self._lone_field() is None
        for fields in in_boxes(self._fields):
            box = FieldBox(self.look, fields, self._shown.shop.profile, titled)
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
        self._keep(replace(self._interview.shop, name="" if is_blank(name) else name.strip()))

    def _on_field_changed(self, field_id: str, value: ProfileValue | None) -> None:
        before = self._interview
        asked = [field.id for field in self._fields]
        profile = {key: old for key, old in before.shop.profile.items() if key != field_id}
        if value is not None:
            profile[field_id] = value
        shop = replace(before.shop, profile=profile)

        def kept() -> None:
            if asked != [field.id for field in self._fields] or self._notice is not None:
                self._show_body()
                give_focus(self._box_of(field_id).first_control)
            self._box_of(field_id).show_error("")
            self._show_what_follows()

        def left() -> None:
            self._show_body()
            give_focus(self._box_of(field_id).first_control)

        if self._is_put_away_by(shop):
            self._show_body()  # the choice as it was
        self._keep_or_ask(shop, self._box_of(field_id).column, kept, left)

    def _keep(self, shop: Shop) -> None:
        if self.desk.check is None:
            self.desk.keep_draft(shop)
        else:
            self.desk.describe_shop(shop)

    def _is_put_away_by(self, shop: Shop) -> tuple[Question, ...]:
        before = self._interview
        return before.put_away_by(replace(before, shop=shop))

    def _keep_or_ask(
        self,
        shop: Shop,
        place: QVBoxLayout,
        kept: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        """Keep what the shop says; where that puts answers aside, name them first and keep it when meant."""
        put_away = self._is_put_away_by(shop)

        def keep() -> None:
            self._keep(shop)
            kept()

        if not put_away:
            keep()
            return
        self._notice = HidingNotice(self.look, put_away, keep, left)
        place.addSpacing(8)
        place.addWidget(self._notice)
        self._lead_tab()
        self._notice.take_focus()

    def _scroll_to_notice(self, *_range: int) -> None:
        if self._notice is not None:
            self._area.ensureWidgetVisible(self._notice)

    # --- as last year -------------------------------------------------------------------------------

    def _take_over(self) -> None:
        """Confirm the whole screen as it was, and go on unless something new is asked."""
        earlier, screen = self._as_last_year, self._last_year
        if earlier is not None and screen is not None and not self._tell_blank_name():
            self._keep_or_ask(earlier.shop, screen.column, self._on_taken_over, self._show_body)

    def _on_taken_over(self) -> None:
        interview = self._interview
        fields = interview.fields_at(self._step_id)
        if all(field.id in interview.shop.profile for field in fields):
            self.desk.walk.next_step()
        else:
            self._open_fields()

    def _open_fields(self) -> None:
        """Open the fields, filled as they were, so that only what changed is to be changed."""
        self.desk.changing.add(self._step_id)
        self._show_body()
        give_focus(self._boxes[0].first_control)

    def _box_of(self, field_id: str) -> FieldBox:
        return next(box for box in self._boxes if field_id in box.field_ids)

    def _show_what_follows(self) -> None:
        """Say which groups fall away, at the head count for those that only staff would bring."""
        if self._door is not None:
            self._skipped.hide()
            return
        alone, others = spared_groups(self.look, self._shown)
        self._box_of("team").show_note(alone)
        is_known = all(self._shown.shop.profile.get(one) for one in NEEDED)
        set_text(self.look, self._skipped, others if is_known else "", "note")
        self._skipped.setVisible(bool(others) and is_known)

    # --- going on -----------------------------------------------------------------------------------

    def _go_back(self) -> None:
        if self.desk.check is None:
            self.desk.go(Screen.FIRST_RUN)
        else:
            self.desk.walk.previous_step()

    def _go_on(self) -> None:
        """On, unless something needed is missing; what was left unticked is a no."""
        if self._door is None and self._tell_missing():
            return
        if self._notice is not None:
            self._notice.take_focus()
            return
        before, shop = self._interview.shop, self._shown.shop
        unticked: dict[str, ProfileValue] = {
            field.id: False if field.type is FieldType.YES_NO else frozenset()
            for field in self._fields
            if field.type in (FieldType.YES_NO, FieldType.MANY) and field.id not in shop.profile
        }
        whole = replace(shop, profile={**shop.profile, **unticked})
        if self.desk.check is None:
            self.desk.describe_shop(whole)
        elif whole == before:
            self.desk.walk.next_step()
        else:
            self._keep_or_ask(whole, self._boxes[-1].column, self.desk.walk.next_step, self._show_body)

    def _tell_missing(self) -> bool:
        is_nameless = self._tell_blank_name()
        profile = self._shown.shop.profile
        sentences = {
            "kinds": self.words("Choose at least one kind of shop"),
            "team": self.words("Say how many people; just you is 1"),
        }
        missing = [field for field in NEEDED if not profile.get(field)]
        for field in NEEDED:
            self._box_of(field).show_error(sentences[field] if field in missing else "")
        if missing and not is_nameless:
            give_focus(self._box_of(missing[0]).first_control)
        return bool(missing) or is_nameless

    def _tell_blank_name(self) -> bool:
        blank = is_blank(self._head.name)
        self._head.show_error(sentence(self.look.language, "shop.blank_name", {}) if blank else "")
        if blank:
            self._head.focus_name()
        return blank

    def first_focus(self) -> QWidget | None:
        """The first control; nothing is chosen by that."""
        if self._last_year is not None:
            return self._same
        return self._boxes[0].first_control if self._boxes else None

    def close_aside(self) -> None:
        """Esc leaves everything as it was."""
        if self._notice is not None:
            self._show_body()

    def take_enter(self) -> None:
        """On to the next screen, unless something else is asked first."""
        if self._onward.isVisible():
            self._go_on()

    def announcement(self) -> str:
        """What the screen asks."""
        return self._head.heading
