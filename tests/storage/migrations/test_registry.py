"""The list of migrations: complete, in order, each with a test of its own."""

from pathlib import Path

from merchant_guard.storage import migrations


def module_names(folder: Path, pattern: str) -> list[str]:
    return sorted(path.stem for path in folder.glob(pattern))


def test_every_migration_is_registered_in_order() -> None:
    written = module_names(Path(migrations.__file__).parent, "m[0-9]*.py")
    registered = [migrate.__module__.rpartition(".")[2] for migrate in migrations.MIGRATIONS]
    assert registered == written
    assert [name[:5] for name in written] == [f"m{number:04}" for number in range(1, len(written) + 1)]


def test_every_migration_has_a_test() -> None:
    written = module_names(Path(migrations.__file__).parent, "m[0-9]*.py")
    assert module_names(Path(__file__).parent, "test_m[0-9]*.py") == [f"test_{name}" for name in written]
