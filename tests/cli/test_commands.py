import csv
import io
import json

import pyoxigraph as ox
import pytest

import xiezuo
from xiezuo.cli import COMMANDS
from xiezuo.export import EXPORTERS, SUFFIXES
from xiezuo.query import FORMATS, questions


def test_version(run):
    assert run("--version") == (0, f"xiezuo {xiezuo.__version__}\n", "")


@pytest.mark.parametrize("columns", ["60", "120"])
def test_help_names_every_command(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    code, out, _ = run("--help")
    assert code == 0
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert max(map(len, out.splitlines())) <= int(columns)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(run, command):
    code, out, _ = run(command, "-h")
    assert code == 0
    assert out.startswith(f"Usage: xiezuo {command} ")
    assert any("一" <= letter <= "龥" for letter in out)


@pytest.mark.parametrize(
    "args",
    [
        ["qury"],
        ["build"],
        ["query", "--format", "xls"],
        ["query", "suporters-of"],
        ["query", "supporters-of", "--set", "place"],
        ["query", "supporters-of", "陇县", "more"],
        ["query", "SELECT {"],
        ["export", "--format", "xls"],
        ["export", "--format", "turtle", "--bom"],
        ["build", "x.txt", "--base", "no-iri"],
        ["build", "x.txt", "--home", "无此县"],
    ],
)
def test_wrong_usage_is_2_and_says_why(built, args):
    code, out, err = built(*args)
    assert code == 2
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err


def test_build_writes_a_store_turtle_and_a_view(run, reports, tmp_path):
    code, out, err = run("build", reports, "-o", tmp_path / "graph")
    assert (code, out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "graph").iterdir()) == [
        "graph.html",
        "graph.ttl",
        "store",
        "void.ttl",
    ]
    lines = {line.split()[0]: line.split()[-1] for line in err.splitlines() if line.strip()}
    assert (lines["文章"], lines["协作报道"], lines["结对关系"]) == ("2", "1", "1")


def test_what_cannot_be_read_is_named_and_the_rest_is_built(run, reports):
    (reports / "empty.txt").write_bytes(b"")
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    code, _, err = run("build", reports, "missing.txt")
    assert code == 1
    named = [line for line in err.splitlines() if line.startswith("xiezuo: ")]
    assert [line.split(":")[1].strip() for line in named] == [
        "missing.txt",
        "broken.pdf",
        "empty.txt",
    ]
    assert run("query", "supporters-of", "陇县")[0] == 0


def test_a_build_of_nothing_leaves_what_was_there(built, tmp_path):
    (tmp_path / "nothing").mkdir()
    for path in ("missing.txt", tmp_path / "nothing"):
        code, _, err = built("build", path)
        assert code == 1
        assert "nothing has been written" in err
    assert "铜山区" in built("query", "supporters-of", "陇县")[1]


def test_two_builds_are_byte_identical(run, reports, tmp_path):
    for number in range(2 * 8):
        text = (reports / "a.txt").read_text("utf-8").replace("日前", f"{number + 1}日")
        (reports / f"{number}.txt").write_text(text, "utf-8")
    files = sorted(reports.iterdir())
    run("build", *files, "-o", tmp_path / "one", "--workers", "1")
    run("build", *reversed(files), "-o", tmp_path / "two", "--workers", "2")
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_query_without_a_name_lists_the_questions(run):
    code, out, _ = run("query")
    assert code == 0
    assert all(f"{name} " in out for name in questions())
    assert "谁帮扶某地，依据是什么" in out
    listed = csv.DictReader(io.StringIO(run("query", "--format", "csv")[1]))
    assert {row["question"]: row["parameters"] for row in listed}["visits-of"] == (
        "place [other] [year] [since] [until]"
    )


def test_query_takes_values_in_order_or_by_name(built):
    asked = built("query", "agreements-between", "陇县", "铜山", "--format", "csv")
    named = ["--set", "other=铜山", "--set", "one=陇县"]
    assert asked == built("query", "agreements-between", *named, "--format", "csv")
    assert asked[0] == 0
    assert "铜山区—陇县东西部协作框架协议" in asked[1]


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"ttl"}))
def test_query_formats_go_to_stdout(built, format_):
    code, out, err = built("query", "supporters-of", "陇县", "--format", format_)
    assert (code, err) == (0, "")
    assert "江苏省徐州市铜山区" in out


def test_query_evidence(built):
    with_, without = (
        built("query", "recipients-of", "铜山", flag, "--format", "json")[1]
        for flag in ("--evidence", "--no-evidence")
    )
    assert "sentence" in json.loads(with_)["head"]["vars"]
    assert "sentence" not in json.loads(without)["head"]["vars"]


def test_query_finds_nothing(built):
    code, out, err = built("query", "supporters-of", "海南省", "--format", "csv")
    assert (code, len(out.splitlines())) == (0, 1)
    assert "没有找到" in err


def test_query_a_file_and_a_graph_file(built, tmp_path):
    (tmp_path / "mine.rq").write_text("CONSTRUCT { ?p a xz:P } WHERE { ?p xz:supporter ?s }")
    code, out, _ = built("query", tmp_path / "mine.rq", "--in", "out/graph.ttl", "--format", "ttl")
    assert code == 0
    assert "partnership/320312-610327> a xz:P" in out.replace("\n", " ")


def test_a_graph_that_is_not_there(run):
    for args in (["query", "ASK {}"], ["view"], ["export", "--format", "turtle"], ["validate"]):
        code, out, err = run(*args, "--in", "nowhere")
        assert (code, out) == (1, "")
        assert "nowhere: there is no such graph" in err


def test_view(built, tmp_path):
    code, out, _ = built("view", "-o", tmp_path / "picture.html")
    assert (code, out.strip()) == (0, str(tmp_path / "picture.html"))
    assert (tmp_path / "picture.html").read_bytes() == (
        tmp_path / "cwd/out/graph.html"
    ).read_bytes()
    for cut in (["--around", "陇县"], ["--since", "2020"], ["--domain", "labour"]):
        assert built("view", "-o", tmp_path / "part.html", *cut)[0] == 0
        assert "只显示" in (tmp_path / "part.html").read_text("utf-8")
    for wrong in (["--around", "无此县"], ["--since", "soon"], ["--domain", "x"]):
        assert built("view", "-o", tmp_path / "part.html", *wrong)[0] == 2
    code, _, err = built("view", "-o", tmp_path / "no" / "folder.html")
    assert code == 1
    assert "folder.html" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("format_", [name for name in EXPORTERS if SUFFIXES[name]])
def test_export_to_a_file_and_to_stdout(built, tmp_path, format_):
    file = tmp_path / f"graph{SUFFIXES[format_]}"
    assert built("export", "--format", format_, "-o", file) == (0, "", "")
    code, out, err = built("export", "--format", format_)
    assert (code, err) == (0, "")
    assert out.encode() == file.read_bytes()
    assert len(out) > 1000


def test_export_turtle_is_the_builds(built, tmp_path):
    built("export", "--format", "turtle", "-o", tmp_path / "again.ttl")
    assert (tmp_path / "again.ttl").read_bytes() == (tmp_path / "cwd/out/graph.ttl").read_bytes()


def test_validate(built, tmp_path):
    assert built("validate") == (0, "符合全部约束。\n", "")
    bad = ox.Quad(
        ox.NamedNode("https://e.org/1"),
        ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        ox.NamedNode("https://w3id.org/xiezuo/ontology#Partnership"),
    )
    (tmp_path / "bad.nt").write_text(f"{bad} .\n")
    code, out, _ = built("validate", "--in", tmp_path / "bad.nt")
    assert code == 1
    assert "https://e.org/1" in out


GOLD = {
    "file": "a.txt",
    "relevant": True,
    "partnerships": [
        {
            "supporter": "江苏省徐州市铜山区",
            "supporter_code": "320312",
            "recipient": "陕西省宝鸡市陇县",
            "recipient_code": "610327",
        }
    ],
    "agreements": ["《铜山区—陇县东西部协作框架协议》", "《不在文中的协议》"],
}


@pytest.fixture
def gold(tmp_path):
    lines = [GOLD, {"file": "b.txt", "relevant": False}]
    (tmp_path / "gold.jsonl").write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8"
    )
    return tmp_path / "gold.jsonl"


def test_evaluate(run, gold, reports):
    code, out, _ = run("evaluate", gold, reports)
    assert code == 0
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}
    assert rows["partnerships"][:3] == ["1", "0", "0"]
    assert rows["agreements"][:3] == ["1", "0", "1"]
    assert rows["relevant"][-1] == "1.000"
    assert "0 of 1 documents that are not relevant have 0 facts" in out


def test_evaluate_lists_errors(run, gold, reports):
    out = run("evaluate", gold, reports, "--errors")[1]
    assert '− agreements {"title": "《不在文中的协议》"}' in out
    document = json.loads(run("evaluate", gold, reports, "--errors", "--format", "json")[1])
    assert document["fields"]["agreements"]["missed"] == 1
    assert {"file": "a.txt", "field": "agreements"}.items() <= document["errors"][
        -1
    ].items() or any(error["field"] == "agreements" for error in document["errors"])
    assert sum(bin_["facts"] for bin_ in document["calibration"]) == sum(
        field["right"] + field["wrong"] for field in document["fields"].values()
    )


def test_evaluate_compares_two_runs(run, gold, reports, tmp_path):
    assert run("evaluate", gold, reports, "--save", tmp_path / "before.jsonl")[0] == 0
    assert "0 gone, 0 new" in run("evaluate", gold, reports, "--diff", tmp_path / "before.jsonl")[1]
    text = (reports / "a.txt").read_text("utf-8").replace("框架协议", "新协议")
    (reports / "a.txt").write_text(text, "utf-8")
    out = run("evaluate", gold, reports, "--diff", tmp_path / "before.jsonl")[1]
    assert '− agreements {"title": "铜山区—陇县东西部协作框架协议"}' in out
    assert '+ agreements {"title": "铜山区—陇县东西部协作新协议"}' in out


def test_evaluate_names_documents_without_a_text(run, gold, reports):
    (reports / "b.txt").unlink()
    code, out, err = run("evaluate", gold, reports)
    assert code == 1
    assert err == "xiezuo: b.txt: has no text\n"
    assert "partnerships" in out


def test_evaluate_names_a_broken_gold_line(run, gold, reports):
    gold.write_text(gold.read_text("utf-8") + "{", "utf-8")
    code, _, err = run("evaluate", gold, reports)
    assert code == 1
    assert "gold.jsonl:3: is not JSON" in err


def test_ask_shows_what_it_understood_and_answers(built):
    code, out, err = built("ask", "谁在帮扶陇县？", "--format", "csv")
    assert code == 0
    assert "xiezuo query supporters-of 陇县\n" in err
    assert questions()["supporters-of"].summary["zh"] in err
    assert out == built("query", "supporters-of", "陇县", "--format", "csv")[1]
    assert built("ask", "--sparql", "谁在帮扶陇县？")[1].startswith("#+ summary: ")


def test_ask_says_what_it_did_not_understand(built):
    code, out, err = built("ask", "陇县明年由谁帮扶")
    assert (code, out) == (2, "")
    assert "没有听懂" in err
    assert "supporters-of place" in err
    assert "xiezuo query" in built("ask", "hello")[2]


def test_ask_names_the_places_that_may_be_meant(built):
    code, _, err = built("ask", "谁帮扶鼓楼区")
    assert code == 2
    assert "江苏省徐州市鼓楼区" in err
