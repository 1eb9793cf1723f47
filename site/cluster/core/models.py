"""What every page of ours shares."""

from django.utils.functional import cached_property
from wagtail.models import Page

from .sections import Section, ancestors_of, translations_of


class BasePage(Page):
    """A page whose chrome (menu, breadcrumbs, language switch) costs no query of its own."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["alternates"] = self.get_alternates()
        context["breadcrumbs"] = self.get_breadcrumbs()
        return context

    @cached_property
    def sections_above(self) -> list[Section]:
        """The home and the section pages above this page, outermost first."""
        return ancestors_of(self.url_path)

    @property
    def link(self) -> str:
        """The address without host, as `url` gives it, but without asking the database."""
        section = self.sections_above[-1]
        return section.url + self.url_path.removeprefix(section.url_path)

    def get_alternates(self) -> list[tuple[str, str]]:
        """(language, address) of each published translation, this page's own included."""
        if section := self.own_section:
            return [(other.language, other.url) for other in translations_of(section)]
        pages = self.get_translations(inclusive=True).live().select_related("locale")
        return [(page.locale.language_code, page.url) for page in pages]

    def get_breadcrumbs(self) -> list[tuple[str, str]]:
        """(title, address) from the home down to this page's parent."""
        return [
            (section.title, section.url) for section in self.sections_above if section.pk != self.pk
        ]

    @cached_property
    def own_section(self) -> Section | None:
        return next((one for one in self.sections_above if one.pk == self.pk), None)
