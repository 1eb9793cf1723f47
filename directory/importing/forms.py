from django import forms
from django.utils.translation import gettext_lazy as _

from .columns import COLUMNS
from .table import MAX_BYTES, MAX_ROWS, Table, Unreadable, read_table

EXAMPLES = 3


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or Excel workbook (.xlsx), at most %(size)d MB and %(rows)d rows.")
        % {"size": MAX_BYTES // 1024 // 1024, "rows": MAX_ROWS},
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            # A byte more than may be, for the reader to refuse.
            self.table = read_table(file.read(MAX_BYTES + 1))
        except Unreadable as error:
            raise forms.ValidationError(str(error), code="unreadable") from error
        return file


class MappingForm(forms.Form):
    """What each heading of the file means."""

    def __init__(self, data=None, *, table: Table, mapping: list[str]):
        super().__init__(data)
        choices = [("", _("Leave it out")), *((one.name, one.label) for one in COLUMNS)]
        for place, heading in enumerate(table.headings):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading or _("Column %(number)d") % {"number": place + 1},
                choices=choices,
                required=False,
                initial=mapping[place] if place < len(mapping) else "",
            )
        self.table = table

    def clean(self):
        chosen = [name for name in self.mapping if name]
        if not self.errors and "name" not in chosen:
            raise forms.ValidationError(_("Say which column holds the names."), code="no_name")
        for name in sorted({name for name in chosen if chosen.count(name) > 1}):
            label = next(one.label for one in COLUMNS if one.name == name)
            self.add_error(
                None, _("“%(column)s” is chosen twice. Leave one out.") % {"column": label}
            )
        return self.cleaned_data

    @property
    def mapping(self) -> list[str]:
        return [
            self.cleaned_data.get(f"column_{place}", "")
            for place in range(len(self.table.headings))
        ]

    def with_examples(self):
        """(field, what the first rows hold) for each heading."""
        for place in range(len(self.table.headings)):
            cells = (cells[place] for _number, cells in self.table.rows)
            some = [cell for cell, _once in zip(filter(None, cells), range(EXAMPLES), strict=False)]
            yield self[f"column_{place}"], some
