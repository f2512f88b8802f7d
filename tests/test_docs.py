"""The READMEs say what is so: every command runs, every list is the project's own."""

import re
import runpy
import shlex
import shutil
import subprocess

import pytest
from tests.readme import READMES, ROOT, block, question_table

from xiezuo.cli import COMMANDS, main
from xiezuo.evaluate import FIELDS
from xiezuo.export import EXPORTERS
from xiezuo.query import FORMATS

TEXTS = {language: path.read_text("utf-8") for language, path in READMES.items()}


def fenced(language: str, kind: str) -> list[str]:
    """The lines of all fenced blocks of a kind."""
    found = re.findall(rf"^```{kind}\n(.*?)^```$", TEXTS[language], re.DOTALL | re.MULTILINE)
    return [line for text in found for line in text.splitlines()]


def test_both_languages_show_the_same_commands():
    assert fenced("en", "sh") == fenced("zh", "sh")
    code = [[line.split("#")[0].rstrip() for line in fenced(one, "python")] for one in TEXTS]
    assert code[0] == code[1]


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """What a reader of the README has before them: the input, the questions and the gold."""
    for name in ("seeds", "queries", "tests/golden", "tests/quality"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_runs_and_finds_something(checkout, monkeypatch, capsys):
    commands = [shlex.split(line) for line in fenced("en", "sh")]
    assert {command[1] for command in commands if command[0] == "xiezuo"} == set(COMMANDS)
    for command in commands:
        if command[0] == "make":  # which runs these tests: is there such a target, at least?
            subprocess.run([*command, "-n"], cwd=ROOT, capture_output=True, check=True)
            continue
        on_the_net = command[1] in ("serve", "push")  # they have tests of their own: is it usage?
        monkeypatch.setattr("sys.argv", [*command, "--help"] if on_the_net else command)
        try:
            main()
        except SystemExit as left:
            assert not left.code, f"{command}: {capsys.readouterr().err}"
        shown = capsys.readouterr()
        assert "Nothing found" not in shown.err, command
        assert shown.out or "-o" in command or "build" in command, command


def test_the_python_example_runs(checkout):
    (checkout / "example.py").write_text("\n".join(fenced("en", "python")), "utf-8")
    runpy.run_path("example.py")
    assert (checkout / "graph.jsonld").exists()
    assert (checkout / "picture.html").exists()


@pytest.mark.parametrize("language", TEXTS)
def test_lists_are_the_projects_own(language):
    text = TEXTS[language]
    assert block(text, "questions") == question_table(language)
    words = " ".join(text.split())
    assert ", ".join(FORMATS) in words
    assert ", ".join(EXPORTERS) in words
    told = [line.split()[0] for line in block(text, "accuracy").splitlines() if line]
    assert [name for name in told if name in FIELDS] == list(FIELDS)


@pytest.mark.parametrize("language", TEXTS)
def test_files_that_are_named_exist(language):
    text = TEXTS[language]
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    paths = re.findall(r"`((?:graph|notebooks|tests|seeds|queries)/[\w./-]*)`", text)
    assert len(links) >= 3
    assert len(paths) >= 3
    for path in (*links, *paths):
        assert (ROOT / path).exists(), path


def test_ci_runs_what_make_test_runs():
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert "- run: .ci/run" in workflow
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
