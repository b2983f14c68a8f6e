"""Check that this installation works: content, languages, store, fonts, plan, papers."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from merchant_guard.content.loader import check_bank
from merchant_guard.content.source import read_source
from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.paper import PLAN_LIST, PageSize
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file
from merchant_guard.localization import LANGUAGES, catalogue
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_book import load_shop
from merchant_guard.services.load_content import load_content
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.paper_formats import PaperFormat, files_of
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.shop_papers import list_papers, papers_of_file
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.services.write_plan import FORMATS, write_plan
from merchant_guard.storage.attachment_store import new_evidence_id
from merchant_guard.system import resources


def installation_parts() -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the parts, each with a function that raises when the part does not work.

    Nothing of the owner's is touched: store and plan are made in a folder that goes away again.
    """
    yield "content", lambda: check_bank(read_source())
    yield "languages", lambda: [catalogue(language) for language in LANGUAGES]
    yield "store", _check_store
    yield "plan", _check_plan
    yield "papers", _check_papers


def sample_shops() -> Iterator[AnswerFile]:
    """Read the sample shops that ship with the app, in their order."""
    for name in resources.names("samples", ".json"):
        yield read_answer_file(resources.read_bytes(name), load_content())


def _check_store() -> None:
    """What goes into a store comes out of it again."""
    bank = load_content()
    with TemporaryDirectory(prefix="merchant-guard-") as folder:
        for sample in sample_shops():
            with open_workspace(Path(folder)) as workspace:
                shop_id = import_shop(workspace, sample, bank.checked_on).shop_id
            with open_workspace(Path(folder)) as workspace:
                latest = workspace.checks.load(workspace.checks.list(shop_id)[0].id)
                here = workspace.registers.load(shop_id).entries
                is_whole = here.items() >= sample.book.entries.items()
                back = (load_shop(workspace, shop_id), latest.answers)
                if not is_whole or back != (sample.shop, sample.check.answers):
                    raise SystemProblemError(problem("store.unreadable", folder=folder))
        with open_workspace(Path(folder)) as workspace:
            _check_kept_file(workspace)
            # The keyring of the system may have been given the key of this folder.
            workspace.keys.forget()


def _check_kept_file(workspace: Workspace) -> None:
    """A file that is sealed opens again."""
    data = b"a file kept as proof"
    now = datetime.now(UTC).replace(microsecond=0)
    about = Evidence(new_evidence_id(), MediaType.PDF, "proof.pdf", sha256(data).hexdigest(), len(data), now)
    workspace.attachments.save(about, data)
    if workspace.attachments.load(about.id) != (about, data):
        raise SystemProblemError(problem("attachment.damaged", file=about.name))


def _check_plan() -> None:
    """The plan can be made in every language and prints whole, once in every format."""
    bank = load_content()
    with TemporaryDirectory(prefix="merchant-guard-") as folder:
        for number, sample in enumerate(sample_shops()):
            assessment = run_self_check(bank, sample.shop, sample.check)
            made = make_plan(assessment, sample.check, bank.checked_on)
            formats = tuple(FORMATS) if number == 0 else ("pdf", "json")
            for language in LANGUAGES:
                written = write_plan(made, Path(folder), formats, language)
                if written.unprintable:
                    characters = " ".join(sorted(written.unprintable))
                    raise SystemProblemError(problem("document.unprintable", characters=characters))


def _check_papers() -> None:
    """Every paper can be made and prints whole, and one of them in every format there is."""
    bank = load_content()
    papers = papers_of_file(next(sample_shops()), bank, bank.checked_on)
    for listed in list_papers(bank, "zh"):
        made = papers.make(listed.id, listed.sizes[0], "zh")
        characters = sorted({character for paper in made for character in paper.unprintable})
        if characters:
            raise SystemProblemError(problem("document.unprintable", characters=" ".join(characters)))
    (plan_list,) = papers.make(PLAN_LIST.id, PageSize.A4, "zh")
    for wanted in PaperFormat:
        files_of(plan_list, wanted)
