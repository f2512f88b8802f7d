"""The command line: one file a command, listed in :data:`COMMANDS`.

Exit codes: 0 done, 1 something in the input could not be used (it is named, the rest is done),
2 wrong usage. Data goes to stdout, all else to stderr.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from xiezuo import __version__
from xiezuo.cli.common import problem
from xiezuo.errors import QueryError, UsageError, XiezuoError

COMMANDS = (
    "build",
    "query",
    "ask",
    "stats",
    "view",
    "export",
    "validate",
    "evaluate",
    "explain",
    "push",
    "serve",
)
"""The commands, in the order of ``xiezuo --help``; each is the function of its module's name."""

DONE, UNUSABLE, USAGE = 0, 1, 2
"""The exit codes."""


class _Commands(TyperGroup):
    """Imports a command's module when it is used: a query does not wait for the PDF reader."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(**_LOOK)
        single.command(cmd_name)(getattr(import_module(f"xiezuo.cli.{cmd_name}"), cmd_name))
        return typer.main.get_command(single)


_LOOK: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}

app = typer.Typer(
    name="xiezuo",
    cls=_Commands,
    help="东西部协作报道 → 知识图谱。News on East–West cooperation becomes a knowledge graph in "
    "which every relation shows the sentence that states it.",
    no_args_is_help=True,
    **_LOOK,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xiezuo {__version__}")
        raise typer.Exit


@app.callback()
def _xiezuo(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="版本 Version.")
    ] = False,
) -> None:
    """Only options that come before the command."""


def main() -> None:
    """Runs the command line; what xiezuo raises on purpose becomes a line and an exit code."""
    try:
        app(prog_name="xiezuo")
    except (UsageError, QueryError) as error:
        problem(error)
        sys.exit(USAGE)
    except XiezuoError as error:
        problem(error)
        sys.exit(UNUSABLE)
    except BrokenPipeError:  # the reader of a pipe has gone, which is its right
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except OSError as error:
        if error.filename is None:
            raise
        problem(f"{error.filename}: {error.strerror}")
        sys.exit(UNUSABLE)
