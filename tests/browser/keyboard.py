"""Somebody without a mouse: goes on by Tab, and has to see where they are.

keys = Keyboard(page)
keys.go_to(page.get_by_label("Name"))
keys.write("Ada")
"""

from playwright.sync_api import Locator, Page

STOPS = 150
A_MOMENT = 500
FOCUS = """() => {
  const one = document.activeElement;
  const name = `${one.tagName.toLowerCase()} ${one.id} “${one.innerText ?? ""}”`;
  if (one === document.body) return "nothing has the focus";
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const shadowed = (element) => getComputedStyle(element).boxShadow !== "none";
  let seen = false;
  for (let above = one; above && above !== document.body && !seen; above = above.parentElement) {
    seen = outlined(above) || (above === one && shadowed(above));
  }
  if (!seen) return `${name} does not show that it has the focus`;
  const box = one.getBoundingClientRect();
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return inside ? "" : `${name} has the focus outside of the window`;
}"""
"""What is wrong with where the focus is, or nothing."""


class Keyboard:
    def __init__(self, page: Page):
        self.page = page

    def go_to(self, target: Locator) -> None:
        """By Tab, and every stop on the way shows itself."""
        for _ in range(STOPS):
            self.press("Tab")
            self.look()
            if target.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"{STOPS} times Tab did not lead to {target}")

    def look(self) -> None:
        """Where a page scrolls smoothly, in a moment."""
        if wrong := self.page.evaluate(FOCUS):
            self.page.wait_for_timeout(A_MOMENT)
            wrong = self.page.evaluate(FOCUS)
        if wrong:
            raise AssertionError(wrong)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def fill(self, label: str, text: str, *, exact: bool = False) -> None:
        self.go_to(self.page.get_by_label(label, exact=exact))
        self.write(text)

    def follow(self, target: Locator) -> None:
        """A link, or a button that sends a form."""
        self.go_to(target)
        self.send()

    def send(self) -> None:
        with self.page.expect_navigation():
            self.press("Enter")

    def push(self, target: Locator) -> None:
        self.go_to(target)
        self.press("Enter")

    def tick(self, target: Locator) -> None:
        self.go_to(target)
        self.press("Space")

    def choose(self, target: Locator) -> None:
        """One of several radio buttons, of which Tab reaches the first or the chosen one."""
        self.go_to(target.locator("xpath=ancestor::fieldset[1]//input[@type='radio']").first)
        self.press("Space")
        for _ in range(STOPS):
            if target.is_checked():
                return
            self.press("ArrowDown")
            self.look()
        raise AssertionError(f"no arrow leads to {target}")
