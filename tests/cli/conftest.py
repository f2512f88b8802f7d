"""A folder of reports, and a way to run the command line in this process."""

from __future__ import annotations

import sys

import pytest

from xiezuo.cli import main

REPORT = """\
铜山区与陇县召开东西部协作联席会议

■ 通讯员 石青

日前，江苏省徐州市铜山区与陕西省宝鸡市陇县召开东西部协作联席会议。铜山区对口帮扶陇县。双方将在劳务协作、消费帮扶等领域深化合作。会后，双方签署《铜山区—陇县东西部协作框架协议》。
"""
OTHER = """\
社区举办趣味运动会

■ 通讯员 石青

日前，铜山区某社区举办趣味运动会，居民踊跃参加，现场气氛热烈。
"""


@pytest.fixture
def reports(tmp_path):
    """One report on cooperation, one that is not."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(OTHER, "gb18030")
    return folder


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs ``xiezuo ARGS`` in an empty folder; gives exit code, stdout and stderr."""
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")

    def call(*args):
        monkeypatch.setattr(sys, "argv", ["xiezuo", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return call


@pytest.fixture
def built(run, reports):
    """The run, after ``xiezuo build``."""
    code, _, err = run("build", reports)
    assert code == 0, err
    return run
