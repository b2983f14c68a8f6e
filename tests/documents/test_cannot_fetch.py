"""Papers cannot fetch anything: templates are in a sandbox, and the writer of PDFs trusts no address."""

from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from reportlab import rl_config
from reportlab.lib.utils import rlUrlRead

from merchant_guard.documents import painter
from merchant_guard.documents.templates import environment

ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ words.__init__.__globals__ }}",
    "{{ words.upper.__self__.__class__.__base__ }}",
    "{{ (words | attr('__class__')).__mro__ }}",
    "{% set way = '__class__' %}{{ (words[way])() }}",
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("source", ESCAPES)
def test_a_template_cannot_leave_its_sandbox(source: str, language: str) -> None:
    made = environment(language)  # type: ignore[arg-type]
    assert isinstance(made, SandboxedEnvironment)
    with pytest.raises(SecurityError):
        made.from_string(source).render(words="words")


def test_the_papers_templates_escape_and_run_in_that_sandbox() -> None:
    template = environment("zh").get_template("plan.xml")
    assert isinstance(template.environment, SandboxedEnvironment)
    assert template.environment.autoescape is True


def test_no_host_and_no_scheme_is_trusted_once_a_pdf_can_be_drawn() -> None:
    assert painter.Painter
    assert (rl_config.trustedHosts, rl_config.trustedSchemes) == ([], [])


@pytest.mark.parametrize("scheme", ["http", "https", "ftp", "file", "data"])
def test_the_writer_of_pdfs_opens_no_address(scheme: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    addresses = {"file": (tmp_path / "secret.txt").as_uri(), "data": "data:text/plain,secret"}
    with pytest.raises(OSError, match="Cannot open resource"):
        rlUrlRead(addresses.get(scheme, f"{scheme}://127.0.0.1:9/secret"))
