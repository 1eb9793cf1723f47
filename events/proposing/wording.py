"""A text as a member types it, and as the page keeps it."""

import re
from html import unescape

from django.utils.html import linebreaks, strip_tags

BREAK = re.compile(r"<br\s*/?>")
END = re.compile(r"</(?:p|h\d|li)>")
LINES = re.compile(r"\n{3,}")


def html_of(text: str) -> str:
    """Paragraphs, of what is escaped."""
    return linebreaks(text.strip(), autoescape=True) if text.strip() else ""


def text_of(html: str) -> str:
    """To be typed on; what an editor has made bold or a heading is plain here."""
    broken = END.sub("\n\n", BREAK.sub("\n", re.sub(r"[\r\n]+", " ", html)))
    lines = (line.strip() for line in unescape(strip_tags(broken)).split("\n"))
    return LINES.sub("\n\n", "\n".join(lines)).strip()
