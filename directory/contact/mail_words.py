"""What somebody has written in a mail of theirs: not what it answers, nor who they are."""

import re
from email.message import EmailMessage, MIMEPart
from urllib.parse import unquote

from bs4 import BeautifulSoup
from django.conf import settings
from django.utils.translation import gettext as _
from mailparser_reply.parser import EmailMessage as Conversation

from cluster.core.plain import plain

from ..models.contact import MAX_TEXT
from .links import answer_addresses

LANGUAGES = ["fr", "de", "en"]
"""In which mail programs say whose words follow; Luxembourgish ones use one of them."""
LONGEST = 2 * MAX_TEXT
LONGEST_HTML = 50_000
MARK = re.compile(r"##-.*-##")
LABELS = "De|Von|From|Envoyé|Gesendet|Sent|Date|Datum|À|An|To|Cc|Kopie|Objet|Betreff|Subject"
BEGINS_QUOTE = re.compile(rf"[*\s]*((?:{LABELS})\W{{0,4}}:|(?:Le|Am|On|Den?)\b.*\d)", re.IGNORECASE)
"""Above a line with our address: what else a program says of the mail that it quotes."""
LEADS_NOWHERE = re.compile(r"^[-_]{2}|\d[:.h]\d\d\b.*:$")
"""At the end: a line drawn between the mails, or when somebody wrote what came below."""


def written(mail: EmailMessage) -> str:
    """What is new in it, without what it answers and without a signature."""
    lines = _lines(_text(mail))
    own = [line for line in lines[: _end(lines)] if not line.startswith(">")]
    replies = Conversation("\n".join(own), LANGUAGES, keep_hyphen_lists=True).read().replies
    new = replies[0].content.splitlines() if replies and not replies[0].headers else []
    while new and (not new[-1].strip() or LEADS_NOWHERE.search(new[-1])):
        new.pop()
    return "\n\n".join(filter(None, ["\n".join(new).strip(), _left_out(mail)]))


def without(addresses: set[str], text: str) -> str:
    """Signatures have them, and so has what programs say of a mail that they quote."""
    for address in filter(None, addresses):
        text = re.sub(re.escape(address), "[…]", text, flags=re.IGNORECASE)
    return text


def storable(text: str) -> str:
    """A database refuses halves of a character, and NUL."""
    return plain(text.encode("utf-8", "replace").decode())


def _text(mail: EmailMessage) -> str:
    """Some programs leave the plain one empty."""
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        text = storable(_content(part)) if part else ""
        text = _text_of_html(text) if kind == "html" else text
        if text.strip():
            return text
    return ""


def _content(part: MIMEPart) -> str:
    try:
        return part.get_content(errors="replace")
    except (LookupError, ValueError):
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _text_of_html(html: str) -> str:
    body = html[max(html.lower().find("<body"), 0) :]
    shortened = re.sub(r"\s+", " ", body)[:LONGEST_HTML]
    # The parser is slow where a tag never ends.
    whole = shortened[: shortened.rfind(">") + 1] if "<" in shortened else shortened
    soup = BeautifulSoup(whole, "html.parser")
    for tag in soup(["head", "blockquote"]):
        tag.extract()
    for tag in soup("br"):
        tag.replace_with("\n")
    for tag in soup(["p", "div", "li", "tr"]):
        tag.append("\n")
    return soup.get_text()


def _lines(text: str) -> list[str]:
    """At most one empty line after another."""
    lines = [line.rstrip() for line in text.strip()[:LONGEST].splitlines()]
    pairs = zip(["", *lines], lines, strict=False)
    # What parts a word from its colon in French is not the space that programs are known by.
    return [
        re.sub(r"[\xa0\u202f]", " ", now) if ":" in now else now for was, now in pairs if was or now
    ]


def _end(lines: list[str]) -> int:
    """Where the mail that is answered begins, or a signature."""
    sender = settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">").lower()
    for at, line in enumerate(lines):
        if _is_ours(line):
            return at
        if sender in line.lower():
            above = lines[max(at - 3, 0) : at]
            return at - next(
                (n for n, one in enumerate(above[::-1]) if not _begins(one)), len(above)
            )
    return len(lines)


def _begins(line: str) -> bool:
    return bool(BEGINS_QUOTE.match(line))


def _is_ours(line: str) -> bool:
    """Whether it is of the mail that is answered, or begins a signature. A link or an address in it
    may be that of who writes: nobody else is to have it. Some mail servers put links in links."""
    ours = (f"{settings.BASE_URL}/messages/", f"{settings.BASE_URL}/me/messages/")
    said = unquote(line).lower()
    holds_ours = answer_addresses(said) or any(one.lower() in said for one in ours)
    return line.strip() == "--" or bool(MARK.search(line) or holds_ours)


def _left_out(mail: EmailMessage) -> str:
    names = [part.get_filename() for part in mail.iter_attachments()]
    attached = [" ".join(storable(name).split()) for name in names if name]
    said = _("Attached to the mail, and not passed on: %(names)s")
    return said % {"names": ", ".join(attached)} if attached else ""
