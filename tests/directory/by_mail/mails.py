"""Mails that we send, and what is answered to them."""

from email.message import EmailMessage

from django.core import mail

from directory.contact.delivery import deliver_message

ADA, EVE = "ada@example.org", "eve@example.org"


def answer_to(sent, text, kind="plain", **headers):
    """As a mail program writes it, below it what is answered."""
    answer = EmailMessage()
    answer["To"] = sent.reply_to[0]
    answer["Message-ID"] = f"<{len(text)}@mail.example>"
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    answer.set_content(text, subtype=kind)
    return answer


def quoted(sent):
    lines = "\n".join(f"> {line}" for line in sent.body.splitlines())
    return f"\n\nOn Mon, 30 Nov 2026 at 10:13, Cluster <{sent.from_email}> wrote:\n{lines}"


def mailed(message):
    deliver_message.call(message.pk)
    return mail.outbox.pop()
