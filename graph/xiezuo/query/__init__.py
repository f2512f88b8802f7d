"""Questions to a graph: the ``.rq`` files, their parameters, and the answers as text."""

from xiezuo.query.ask import Asked, ask
from xiezuo.query.formats import FORMATS
from xiezuo.query.question import Parameter, Question, load_question, questions

__all__ = ["FORMATS", "Asked", "Parameter", "Question", "ask", "load_question", "questions"]
