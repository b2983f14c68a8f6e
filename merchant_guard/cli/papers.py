"""`papers`: list the papers there are, and make them for the shop of an answer file."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.domain.paper import PageSize
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.load_content import load_content
from merchant_guard.services.paper_formats import PaperFormat, formats_on
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.shop_papers import known_paper, list_papers, papers_of_file, write_papers


def run(arguments: Namespace, session: Session) -> int:
    """List or make papers."""
    return _list(arguments, session) if arguments.what == "list" else _make(arguments, session)


def _list(arguments: Namespace, session: Session) -> int:
    listed = list_papers(load_content(), session.language)
    if arguments.json:
        say_json(
            session,
            [
                {
                    "id": paper.id,
                    "title": paper.title,
                    "kind": paper.kind.value,
                    "share": paper.share.value,
                    "sizes": [size.value for size in paper.sizes],
                    "formats": list(paper.formats),
                }
                for paper in listed
            ],
        )
        return DONE
    for paper in listed:
        session.say(f"{paper.id}  {paper.title}")
    return DONE


def _make(arguments: Namespace, session: Session) -> int:
    bank = load_content()
    wanted = [known_paper(bank, paper_id) for paper_id in arguments.ids]
    today = session.day(arguments.date)
    file = read_answers(arguments.shop, bank, session.latest_day(arguments.date))
    papers = papers_of_file(file, bank, today)
    formats = [PaperFormat(name) for name in dict.fromkeys(arguments.formats)]
    for paper in wanted:
        size = PageSize(arguments.paper) if arguments.paper else paper.sizes[0]
        if size not in paper.sizes:
            session.warn(
                sentence(session.language, "papers.not_on_this", {"id": paper.id, "size": size.value})
            )
            continue
        made = papers.make(paper.id, size, session.language)
        for place in write_papers(made, Path(arguments.out), paper.id, formats):
            session.say(str(place))
        if lacking := [name for name in formats if name not in formats_on(size)]:
            named = {"id": paper.id, "size": size.value, "formats": ", ".join(lacking)}
            session.warn(sentence(session.language, "papers.not_in_this", named))
    return DONE
