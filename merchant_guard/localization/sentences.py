"""One sentence for every problem code: what is wrong and how to mend it."""

from collections.abc import Mapping, Sequence

from merchant_guard.localization import Language, catalogue, mark

MOST_LINES = 4

SENTENCES: Mapping[str, str] = {
    # rhythm
    "rhythm.always_busy": mark("The busy times leave no quiet day in two years. Leave some days free."),
    # the shop
    "shop.blank_name": mark("The name of the shop is only spaces. Write its name."),
    # files from outside
    "file.missing": mark("There is no file “{file}”. Check its name and folder."),
    "file.folder": mark("“{file}” is a folder. Choose a file in it."),
    "file.not_ordinary": mark("“{file}” is not an ordinary file. Choose another one."),
    "file.not_allowed": mark("You may not read “{file}”. Copy it to a folder of your own and try again."),
    "file.not_read": mark("The disk does not give “{file}”. Copy it again, or use another disk."),
    "file.too_big": mark("The file is larger than {limit} MB. Choose another one."),
    "json.not_utf8": mark("The file is not UTF-8 text. Save it again as UTF-8."),
    "json.not_json": mark(
        "Line {line}, column {column}: this is not JSON. Look for a missing comma or Chinese quotation marks."
    ),
    "json.too_deep": mark("The file is nested more than {limit} levels deep. Take some levels out."),
    "json.repeated_key": mark("“{key}” stands twice in the same braces. Keep one of them."),
    "json.not_a_number": mark("{value} is no number that can be used. Write an ordinary one."),
    # answer file; {place} is where in the file, such as answers/access.own-accounts/choice
    "answer_file.other_format": mark(
        'This is not an answer file. An answer file begins with "format": "{format}".'
    ),
    "answer_file.newer": mark(
        "A newer Merchant Guard wrote this file (version {version}). Install the newer app first."
    ),
    "answer_file.missing": mark("{place} is missing. Add it."),
    "answer_file.unknown_key": mark("There is no {place}. You can write: {known}."),
    "answer_file.unknown_key_near": mark("There is no {place}. Did you mean {nearest}?"),
    "answer_file.unknown_question": mark(
        "{place}: there is no question {value}. The command “questions” lists them all."
    ),
    "answer_file.unknown_question_near": mark(
        "{place}: there is no question {value}. Did you mean {nearest}?"
    ),
    "answer_file.unknown_plan_item": mark(
        "{place}: no plan has an item {value}. Copy its id from plan.json."
    ),
    "answer_file.unknown_plan_item_near": mark(
        "{place}: no plan has an item {value}. Did you mean {nearest}?"
    ),
    "answer_file.unknown_value": mark("{place}: “{value}” does not fit here. You can write: {known}."),
    "answer_file.unknown_value_near": mark("{place}: “{value}” does not fit here. Did you mean {nearest}?"),
    "answer_file.not_text": mark("{place}: {value} does not fit here. Write text in quotation marks."),
    "answer_file.not_yes_no": mark("{place}: {value} does not fit here. Write true or false."),
    "answer_file.not_whole_number": mark("{place}: {value} does not fit here. Write a whole number."),
    "answer_file.not_number": mark("{place}: {value} does not fit here. Write a number."),
    "answer_file.not_list": mark("{place}: {value} does not fit here. Write a list in square brackets."),
    "answer_file.not_object": mark("{place}: {value} does not fit here. Write keys and values in braces."),
    "answer_file.out_of_range": mark("{place}: {value} does not lie between {low} and {high}."),
    "answer_file.too_long": mark("{place} has {length} characters. At most {limit} fit."),
    "answer_file.too_many": mark("{place} has {count} entries. At most {limit} fit."),
    "answer_file.empty": mark("{place} is empty. Write something, or take it out."),
    "answer_file.strange_character": mark(
        "{place} holds a character that cannot be printed ({character}). Delete it."
    ),
    "answer_file.not_a_day": mark("{place}: {value} is no day of the calendar. Write it like 2026-10-22."),
    "answer_file.not_a_moment": mark(
        "{place}: “{value}” is no moment. Write it as 2026-11-30T09:15:00+08:00."
    ),
    "answer_file.not_an_entry_id": mark(
        "{place}: “{value}” is not the id of an entry. It has 16 letters a–z or digits 2–7."
    ),
    "answer_file.not_a_kept_file": mark(
        "{place}: “{value}” is nothing that this app writes of a kept file. Take the zip as it was saved."
    ),
    "answer_file.answered": mark(
        "{place}: “{value}” is answered, so its files stand under its answer. Move them there."
    ),
    "answer_file.no_log_there": mark("{place}: entries of “{register}” have no log, only incidents do."),
    "answer_file.no_such_entry": mark("{place}: the file has no entry “{value}” in the register meant here."),
    "answer_file.twice": mark(
        "{place}: there are two entries with the id “{value}”. Give one of them another."
    ),
    "answer_file.not_a_busy_time": mark("{place}: {value} is no stretch of days. Write it like 11-01/11-15."),
    "answer_file.day_to_come": mark("{place}: {day} is still to come, today is {today}. Write the real day."),
    "answer_file.needs_reason": mark(
        "{place}: the law forbids this, so “not_applicable” needs a reason. Write why under reason."
    ),
    # last year’s plan, and whatever else is brought to the first start
    "pdf.encrypted": mark(
        "This PDF is locked with a password. Choose the plan as this app saved it, without one."
    ),
    "pdf.damaged": mark("This PDF is damaged and cannot be read. Choose another copy of it."),
    "plan_answers.none": mark(
        "This PDF carries no answers. Choose the plan that this app saved, not a scan or a reprint of it."
    ),
    "plan_answers.newer": mark(
        "A newer Merchant Guard made this plan (version {version}). Install the newer app first."
    ),
    "plan_answers.damaged": mark(
        "The answers in this plan are damaged. Choose another copy of it, or begin with the quick check."
    ),
    "plan_answers.day_to_come": mark(
        "This plan is of {day}, but this computer says today is {today}. Set its clock right, then try again."
    ),
    "plan_answers.has_previous": mark(
        "The answers of the year before are already here, so this plan is not needed."
    ),
    "plan_answers.not_before": mark(
        "This plan is of {day}, your self-check of {checked_on}. Choose the plan of an earlier self-check."
    ),
    "next_check.not_finished": mark("Finish the self-check you are in before you begin the next one."),
    "next_check.clock_behind": mark(
        "The last self-check is of {day}, but this computer says today is {today}. Set its clock right first."
    ),
    "next_check.begun": mark("The next self-check has already begun. Open the app anew to go on with it."),
    "next_check.has_answers": mark(
        "This self-check already has answers or photos, so it is not taken back. Go on with it."
    ),
    "next_check.nothing_before": mark("There is no finished self-check here to go back to."),
    "brought.foreign": mark(
        "This is neither an exported self-check (.json) nor a plan saved by this app (.pdf). "
        "Choose one of these."
    ),
    "brought.several": mark("These are {count} files. Bring one at a time."),
    "brought.nothing": mark("There is no file and no text to paste. Copy one first, then paste it here."),
    # lists of people
    "names.empty": mark(
        "There is nothing in it. Choose the file with the list, or copy the list and paste it."
    ),
    "names.nobody": mark(
        "Nobody’s name was found in it. Write one person on each line: name, job, first day."
    ),
    "names.too_many_rows": mark(
        "The list has more than {limit} rows. Copy only the rows with people and paste them."
    ),
    "names.too_many_columns": mark(
        "The list has more than {limit} columns. Copy only name, job and first day and paste them."
    ),
    "names.too_much": mark(
        "There is far more in this file than a list of people. Copy only the list and paste it."
    ),
    "names.old_format": mark(
        "This is an old kind of spreadsheet. Open it, choose “Save as”, then .xlsx, and bring that file."
    ),
    "names.locked": mark(
        "This spreadsheet has a password. Save it as .xlsx without one, or copy the list and paste it."
    ),
    "names.not_a_list": mark(
        "This is no .xlsx spreadsheet and no text. Save the list as .xlsx, or copy the list and paste it."
    ),
    "names.damaged": mark(
        "This spreadsheet is damaged. Open it and save it as .xlsx again, or copy the list and paste it."
    ),
    "names.not_utf8": mark(
        "The characters of this text cannot be read. Save it as .xlsx, or copy the list and paste it."
    ),
    # the store
    "store.key_missing": mark(
        "The key to your data, {file}, is missing or damaged. Put it back from your copy of that folder."
    ),
    "store.keyring_refused": mark(
        "The keyring of this computer did not give the key to your data. Unlock it, then try again."
    ),
    "store.password_needed": mark(
        "The data has a password. Type it, or put it into the variable MERCHANT_GUARD_PASSWORD."
    ),
    "store.password_wrong": mark(
        "This is not the password. Mind capitals and the input method, then try again."
    ),
    "store.password_short": mark("The password is too short. Take at least {least} characters."),
    "card.length": mark("A card has {expected} digits, and here are {given}. Compare it with the card."),
    "card.group": mark("Group {number} of the card does not fit: {group}. Compare it with the card."),
    "card.other_data": mark("This card belongs to other data. Look for the card of this shop."),
    "backup.not_one": mark("This is no backup of Merchant Guard. A backup ends in .mgbak."),
    "backup.newer": mark("A newer Merchant Guard wrote this backup. Install the newer app."),
    "backup.damaged": mark(
        "This backup is damaged or was changed. Nothing was put back; take another copy or an older one."
    ),
    "backup.too_big": mark("More than {gib} GiB do not fit into one backup. Save old photos elsewhere."),
    "backup.password_wrong": mark(
        "This is not the password of this backup. It is the one from the day it was made; try again."
    ),
    "backup.password_needed": mark(
        "This backup has a password. Type it, or put it into the variable MERCHANT_GUARD_PASSWORD."
    ),
    "backup.card_needed": mark("This backup opens with the recovery card of the shop it comes from."),
    "backup.place_gone": mark(
        "{folder} is not there. Plug in the USB stick or disk, or choose another folder."
    ),
    "backup.no_password": mark("Type the password of this backup."),
    "backup.no_card": mark("Type the digits of the recovery card."),
    "backup.among_data": mark(
        "{folder} lies among the data itself, and would be lost with it. Choose another folder."
    ),
    "store.moved": mark(
        "On {day} this data was moved to another computer, so nothing is changed here. To go on here after "
        "all, open the window and press “I still use it here”."
    ),
    "app.no_answer": mark(
        "A window of Merchant Guard is open already but does not answer. Close it, or restart the computer."
    ),
    "shop_zip.not_one": mark(
        "“{file}” holds no self-check.json. Choose a zip that this app exported, as it was saved."
    ),
    "shop_zip.damaged": mark(
        "This zip is damaged or was changed. Nothing was taken in; take another copy of it."
    ),
    "shop_zip.file_changed": mark(
        "In this zip {file} is not the file that was saved. Nothing was taken in; take another copy of it."
    ),
    "shop_zip.other_file": mark(
        "Here {file} is another file than in this zip. Nothing was taken in; take another copy of the zip."
    ),
    "shop_zip.locked": mark("This zip has a password. Bring it as this app saved it, without one."),
    "shop_zip.packed": mark("Another program packed this zip. Bring it as this app saved it."),
    "shop_zip.too_big": mark("More than {count} files or {gib} GiB do not fit into one zip."),
    "delete.on_hold": mark(
        "A legal hold is in force: this may be evidence. "
        "First somebody signs in the registers that it is over."
    ),
    "delete.unfinished": mark(
        "Deleting your data in {folder} was interrupted, and some files are still held. Close other programs."
    ),
    "store.newer": mark("A newer Merchant Guard wrote the data in {folder}. Install the newer app."),
    "store.unreadable": mark(
        "The data in {folder} is damaged or has another key. It was left as it is. Put back your copy of it."
    ),
    "store.copy_failed": mark(
        "No sound copy of your data could be made in {folder}, so it was not updated. Check the disk."
    ),
    "store.disk_full": mark(
        "The disk is full, so {folder} could not be used. Free some space, then try again."
    ),
    "store.cannot_write": mark(
        "{folder} cannot be read or written. Check that the disk is there and that you may write in it."
    ),
    "store.busy": mark(
        "Another Merchant Guard window is still writing in {folder}. Close it or wait, then try again."
    ),
    "store.no_shop": mark("There is no shop “{id}”. Check its id."),
    "store.no_entry": mark("This record is not there any more. Open the registers again."),
    "store.has_log": mark("The log of an incident is never deleted, and neither is its record."),
    "store.shop_has_log": mark("This shop has the log of an incident, which is never deleted; so it stays."),
    "store.no_self_check": mark("This self-check is not there any more. Open the list of self-checks again."),
    # files kept as proof; {file} is what the file is called
    "evidence.empty": mark("“{file}” is empty. Copy it again from where it came."),
    "evidence.too_big": mark(
        "“{file}” is larger than {limit} MB. Take a picture of the page that counts, or a screenshot."
    ),
    "evidence.heic": mark(
        "“{file}” is a HEIC photo, which does not open here. In the phone’s camera settings choose “Most "
        "Compatible” and take it again, or send it to yourself in WeChat as a picture and save that."
    ),
    "evidence.other_type": mark(
        "“{file}” is no photo and no PDF. Use JPG, PNG, WEBP or PDF; of anything else make a screenshot."
    ),
    "evidence.cut_off": mark("“{file}” is damaged or cut off. Copy it again from where it came."),
    "evidence.too_many_pixels": mark(
        "“{file}” has too many pixels. Take it again with the usual setting, or make a screenshot of it."
    ),
    "evidence.pdf_unreadable": mark(
        "“{file}” does not open: it is damaged or has a password. Save it without one, or make a screenshot."
    ),
    "papers.unknown": mark("There is no paper “{id}”. `papers list` shows them all."),
    "papers.unknown_near": mark(
        "There is no paper “{id}”. Did you mean “{nearest}”? `papers list` shows them all."
    ),
    "papers.not_in_this": mark("“{id}” on {size} is not made as {formats}; the other formats are."),
    "papers.not_on_this": mark("“{id}” is not made on {size}; the others are."),
    "evidence.on_hold": mark(
        "This matter is open, and this may be evidence. It stays until somebody signs that it is over."
    ),
    "evidence.too_many": mark("No more than {limit} files fit here. First remove one that is not needed."),
    "evidence.not_here": mark(
        "This picture still lies on a web page or in a chat. Save it on this computer, then drag it here."
    ),
    "evidence.no_picture": mark("There is no picture to paste. Make a screenshot or copy a file first."),
    "evidence.only_named": mark(
        "Only the name “{file}” was written down here, without the file. Add the file again if you have it."
    ),
    "evidence.elsewhere": mark(
        "This file was kept on another computer and did not come along. Add it again if you have it."
    ),
    "attachment.missing": mark(
        "“{file}” is gone from the data folder. Put the folder “attachments” back from your copy of it."
    ),
    "attachment.damaged": mark(
        "“{file}” is damaged or was changed. Put it back from your copy of the data folder."
    ),
    # files to write
    "write.disk_full": mark(
        "The disk is full, so “{file}” was not written. Free some space, or use another disk."
    ),
    "write.not_allowed": mark("You may not write “{file}”. Choose a folder of your own."),
    "write.read_only": mark("“{file}” lies on a disk that only lets itself be read. Choose another place."),
    "write.not_there": mark(
        "The place for “{file}” is gone. Plug the disk in again, or choose another place."
    ),
    "write.not_a_folder": mark(
        "“{file}” cannot be written: part of its path is a file. Choose another folder."
    ),
    "write.is_a_folder": mark("“{file}” is a folder. Choose another name."),
    "write.no_such_name": mark("“{file}” cannot be the name of a file. Choose a short and plain one."),
    "write.in_use": mark(
        "“{file}” is open in another program, or protected. Close it there or choose another name; the old "
        "file is as it was."
    ),
    "write.other": mark("“{file}” was not written. Close it if another program has it open, then try again."),
    "print.failed": mark(
        "The printer “{printer}” did not take the paper. See that it is on and has paper, then print again."
    ),
    # reminders; {said} is what the system said
    "remind.damaged": mark(
        "The list of what is due cannot be read. Open the window once: it writes the list anew."
    ),
    "remind.refused": mark(
        "The system showed no notification ({said}). Allow notifications in its settings, then try again."
    ),
    "remind.no_notifications": mark(
        "Nothing here can show notifications. On Linux install libnotify-bin, then try again."
    ),
    "remind.not_taken": mark(
        "The system did not take the reminder ({said}). Everything else works; put the dates into a calendar."
    ),
    "remind.no_scheduler": mark(
        "Reminders come on Windows and Linux only so far. Put the dates into a calendar instead."
    ),
    # commands
    "document.unprintable": mark(
        "No font here has these characters, so they were printed as boxes: {characters}"
    ),
    "law.unknown": mark("There is no law “{law}” here. The command “law” lists them all."),
    "law.unknown_near": mark("There is no law “{law}” here. Did you mean {nearest}?"),
    "law.no_article": mark("Article {article} of {law} is not kept here. There are: {articles}."),
    "answer_file.shop_without_name": mark("The shop has no name. Write one under shop/name."),
    "import.not_in_order": mark(
        "The check of {before} stands under “previous” of the check of {after}. Correct one of the days."
    ),
    "export.no_shop": mark("There is no shop to write yet. Take in an answer file first."),
    "export.several_shops": mark("There are several shops. Choose one with --shop: {shops}."),
    "export.wrong_ending": mark("“{file}” should end in .json or .zip."),
    "output.not_written": mark("The result could not be written out. Check the disk it goes to."),
    "settings.damaged": mark(
        "The settings cannot be read, so this speaks Chinese. They were left as they are."
    ),
    "app.unknown_screen": mark("There is no screen “{screen}”. You can write: {known}."),
    "app.unfinished_word": mark("Something is missing after “{word}”."),
    "app.no_display": mark(
        "There is no display here for the window. Use merchant-guard-cli, or “make run” for the sample shop."
    ),
    "unexpected": mark(
        "Something unexpected happened ({place}). Nothing of yours was changed. Please report it."
    ),
    # content files (for people who write them)
    "content.missing": mark("{file} is missing. Install the app again."),
    "content.not_json": mark("{file}, {place}: this is not valid JSON."),
    "content.wrong": mark("{file}, {place}: {expected}"),
    "content.repeated": mark("The {kind} “{id}” stands in the content more than once."),
    "content.unresolved": mark("{where}: there is no {kind} “{id}”."),
    "content.unreachable": mark("No question leads to the action “{id}”."),
    "content.circular": mark("The action “{id}” comes after itself."),
    "content.not_in_force": mark("{where}: the law “{id}” is not in force."),
    "content.looks_ahead": mark("{where} depends on “{id}”, which is asked later."),
}


def sentence(language: Language, code: str, params: Mapping[str, object]) -> str:
    """Return the sentence for a problem. Raises KeyError for a code without one (a test finds these)."""
    return catalogue(language).gettext(SENTENCES[code]).format(**params)


def lines(language: Language, problems: Sequence[tuple[str, Mapping[str, object]]]) -> list[str]:
    """Return at most four lines for several problems; the last then says how many more there are."""
    if len(problems) <= MOST_LINES:
        return [sentence(language, code, params) for code, params in problems]
    shown = [sentence(language, code, params) for code, params in problems[: MOST_LINES - 1]]
    more = catalogue(language).gettext(mark("… and {count} more"))
    return [*shown, more.format(count=len(problems) - len(shown))]
