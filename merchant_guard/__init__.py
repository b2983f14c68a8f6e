"""Merchant Guard 商户隐私自查: a privacy self-check for small shops that never uses the network."""


def version() -> str:
    """Return the version of the installed distribution; its one source is `pyproject.toml`."""
    # Reading the metadata costs four bare Python starts, so only those who show the version pay for it.
    from importlib import metadata  # noqa: PLC0415

    return metadata.version("merchant-guard")
