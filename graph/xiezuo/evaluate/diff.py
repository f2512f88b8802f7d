"""What a change does to the facts of a whole set of documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from xiezuo.errors import InputError
from xiezuo.evaluate.gold import FIELDS, GoldDocument, read_gold
from xiezuo.evaluate.report import compact


def save(predictions: Sequence[GoldDocument], path: Path) -> None:
    """Writes predictions as JSON Lines, sorted, so that a later run can be compared with them.

    Raises:
        InputError: the file cannot be written.
    """
    documents = sorted(predictions, key=lambda document: str(document["file"]))
    text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in documents)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error})") from error


def diff(before: Path, predictions: Sequence[GoldDocument]) -> str:
    """The facts that are gone (−) and new (+) since :func:`save` wrote ``before``, by document.

    Raises:
        InputError: ``before`` cannot be read.
    """
    old = {str(document["file"]): _facts(document) for document in read_gold(before)}
    new = {str(document["file"]): _facts(document) for document in predictions}
    lines = []
    gone = come = 0
    for file in sorted(old.keys() | new.keys()):
        minus = sorted((old.get(file, Counter()) - new.get(file, Counter())).elements())
        plus = sorted((new.get(file, Counter()) - old.get(file, Counter())).elements())
        if minus or plus:
            lines += [file, *(f"  − {fact}" for fact in minus), *(f"  + {fact}" for fact in plus)]
        gone, come = gone + len(minus), come + len(plus)
    lines.append(f"{gone} gone, {come} new")
    return "\n".join(lines) + "\n"


def _facts(document: GoldDocument) -> Counter[str]:
    return Counter(f"{field} {compact(row)}" for field in FIELDS for row in document[field])
