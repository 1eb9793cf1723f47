"""Reading the HTML that the site sends."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Balance(HTMLParser):
    """What is opened and not closed, closed and not opened, or has an id twice."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.look_at_id(attrs)

    def handle_startendtag(self, tag, attrs):
        self.look_at_id(attrs)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} inside {self.open[-3:]}")
        else:
            self.open.pop()

    def look_at_id(self, attrs):
        name = dict(attrs).get("id")
        if name and name in self.ids:
            self.faults.append(f"id {name} twice")
        self.ids.add(name)


def faults(html: str) -> list[str]:
    reader = Balance()
    reader.feed(html)
    reader.close()
    return reader.faults + [f"<{tag}> never closed" for tag in reader.open]
